import { describe, expect, it } from 'vitest';
import { badges } from '../../src/lib/server/documents/badges/content';
import { printBadges } from '../../src/lib/server/documents/badges/draw';
import { cellAt, sheetFormats } from '../../src/lib/server/documents/badges/sheet-format';
import { readPdf } from './pdf';
import { checkOf } from './prints';
import { crowdedRally, participant, valleyRally } from './rallies';

describe('badges', () => {
	it('go by team then by name, accompanists among their team', () => {
		const said = badges(valleyRally()).badges.map(({ name, letter, role }) =>
			[letter, name, role].join(' ').trim()
		);
		expect(said).toEqual([
			'A Ana',
			'A Billy',
			'A Chloé',
			'A Dimitri',
			'A Solène Accompagnement',
			'B Églantine',
			'B Farah',
			'B Gaël',
			'B Hélène',
			'B Lucie Conduite',
			'B Théo Accompagnement'
		]);
	});

	it('say a name and a team, and nothing of the person', async () => {
		const { text } = await readPdf(await printBadges(badges(valleyRally())));
		for (const secret of ['Nomdefamille', 'Marchetti', 'RSA', '06 ', 'Bilal', 'ans'])
			expect(text).not.toContain(secret);
		expect(text).toContain('Billy');
		expect(text).toContain('Équipe A');
		expect(text).toContain('Rallye pour l’emploi d’Aubenas');
	});

	it('are checked at the address of those who prepare the rally: no team’s page is worn', async () => {
		const content = badges({ ...valleyRally(), check: checkOf });
		expect(content.letterhead.check).toBe(checkOf());
		expect(content.letterhead.check).not.toContain('/itineraire/');
		for (const format of ['eight-to-cut', 'l4785', 'l7160'] as const)
			expect((await readPdf(await printBadges(content, { format }))).text).toContain('Billy');
	});

	it('are reprinted one by one', async () => {
		const rally = valleyRally();
		const content = badges({ ...rally, participants: rally.participants.slice(2, 3), accompanists: [] });
		expect(content.title).toBe('Badge de Chloé');
		const { pages } = await readPdf(await printBadges(content));
		expect(pages).toHaveLength(1);
	});

	it('fill the sheets of each format and stay on them', async () => {
		const content = badges(valleyRally());
		expect((await readPdf(await printBadges(content))).pages).toHaveLength(2);
		expect((await readPdf(await printBadges(content, { format: 'ten-die-cut' }))).pages).toHaveLength(2);
		for (const format of Object.values(sheetFormats)) {
			const last = cellAt(format.columns * format.rows - 1, format);
			expect(cellAt(0, format).x).toBeGreaterThanOrEqual(4);
			expect(last.x + format.width).toBeLessThanOrEqual(206);
			expect(last.y + format.height).toBeLessThanOrEqual(292);
		}
	});

	it('print a long name whole, and somebody without a team', async () => {
		const { rally, plan, participants } = crowdedRally();
		const people = [participants[0]!, participant({ id: 'alone', firstName: 'Ysé' })];
		const content = badges({ rally, plan, participants: people, accompanists: [] });
		expect(content.badges.map(({ letter }) => letter)).toEqual(['A', null]);
		const { text } = await readPdf(await printBadges(content));
		expect(text.replace(/ /g, '')).toContain('Maximilienne-AlexandrineRakotomalala-Ratsimba');
	});

	it('are the same bytes twice', async () => {
		const [one, two] = [await printBadges(badges(valleyRally())), await printBadges(badges(valleyRally()))];
		expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
	});

	it('start at any place of a sheet partly used, and go on at the top of the next', async () => {
		const content = badges(valleyRally());
		const pagesOf = async (start: number) =>
			(await readPdf(await printBadges(content, { format: 'l7160', start }))).pages;
		expect(await pagesOf(1)).toHaveLength(1);
		expect(await pagesOf(11)).toHaveLength(1);
		const late = await pagesOf(20);
		expect(late.map((page) => ['Ana', 'Billy', 'Chloé'].filter((name) => page.includes(name)))).toEqual([
			['Ana', 'Billy'],
			['Chloé']
		]);
		// Beyond the sheet, its last place: nothing is lost.
		expect((await pagesOf(99))[0]).toContain('Ana');
		expect(await pagesOf(NaN)).toHaveLength(1);
	});

	it('say every name whole on the smallest label', async () => {
		for (const format of ['l7160', 'l7163', 'l4785'] as const) {
			const { text } = await readPdf(await printBadges(badges(crowdedRally()), { format }));
			expect(text.replace(/ /g, '')).toContain('Maximilienne-AlexandrineRakotomalala-Ratsimba');
			expect(text).toContain('Équipe A');
		}
	});

	it('are sorted by name alone when asked', () => {
		const names = badges({ ...valleyRally(), order: 'name' }).badges.map(({ name }) => name);
		expect(names.slice(0, 6)).toEqual(['Ana', 'Billy', 'Chloé', 'Dimitri', 'Églantine', 'Farah']);
	});
});
