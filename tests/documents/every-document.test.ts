import { describe, expect, it } from 'vitest';
import { ageBands, diplomas, genders, needs, statuses } from '../../src/lib/domain/participant';
import { plain, raw, readPdf } from './pdf';
import { prints, type Print } from './prints';
import { crowdedRally, valleyRally } from './rallies';

/** What no sheet says of a participant, whoever it is for. */
const never = [
	...Object.values(statuses),
	...Object.values(needs),
	...Object.values(ageBands),
	...Object.values(diplomas),
	...Object.values(genders),
	'rsa',
	'RQTH',
	'wheelchair',
	'fauteuil',
	'Mission locale',
	'personne@exemple',
	'Privas'
];
/** Numbers of participants are for the organiser: no other sheet holds them. */
const numbered: Print[] = ['call lists', 'backup pack'];
/** Last names are where somebody signs, is called or is written to. */
const named: Print[] = [...numbered, 'attendance by team', 'attendance of all', 'convocations'];
/** Sheets whose own words are checked by the plan they came from. */
const versioned = (Object.keys(prints) as Print[]).filter(
	(name) =>
		![
			'prizes',
			'poster',
			'badges',
			'diplomas',
			'questionnaires',
			'closing run sheet',
			'restitution run sheet',
			'thank-you letters'
		].includes(name)
);

const people: Print[] = ['mission orders'];
/** At its worst, nobody accompanies: there is no order to print. */
const rallies = (name: Print): ('valley' | 'crowded')[] =>
	people.includes(name) ? ['valley'] : ['valley', 'crowded'];

/** Printed once, read by several tests. */
const printed = new Map<string, Promise<Uint8Array>>();
function once(name: Print, which: 'valley' | 'crowded'): Promise<Uint8Array> {
	const key = `${name} ${which}`;
	if (!printed.has(key)) printed.set(key, prints[name](which === 'valley' ? valleyRally() : crowdedRally()));
	return printed.get(key)!;
}

describe.each(Object.keys(prints) as Print[])('%s', (name) => {
	it('say nothing of what a participant is, nor more than their readers need', async () => {
		for (const which of rallies(name)) {
			const { text, alts, title } = await readPdf(await once(name, which));
			const all = `${text} ${alts.join(' ')} ${title}`;
			for (const word of never) expect(all, word).not.toContain(word);
			if (!numbered.includes(name)) expect(all).not.toContain('06 99 88 77 66');
			if (!named.includes(name)) expect(all).not.toContain('Nomdefamille');
			expect(all).not.toMatch(/undefined|null|NaN|\[object/);
		}
	});

	it('are tagged, titled, in French, with their fonts inside, the same bytes twice', async () => {
		const bytes = await once(name, 'valley');
		const { title, lang, tags, pages, faults } = await readPdf(bytes);
		expect(faults).toEqual([]);
		expect(lang).toBe('fr-FR');
		expect(title).toMatch(/\S/);
		expect(tags).toContain('Document');
		if (name !== 'badges') expect(tags).toContain('H1');
		expect(pages.every((page) => page.length > 3)).toBe(true);
		const file = raw(bytes);
		expect(file).toContain('/StructTreeRoot');
		expect(file).toContain('pdfuaid:part>1<');
		const fonts = [...file.matchAll(/\/FontDescriptor\n[^]*?endobj/g)].map(([found]) => found);
		expect(fonts.every((font) => font.includes('/FontFile2'))).toBe(true);
		expect(file).not.toContain('Helvetica');
		expect(Buffer.from(bytes).equals(Buffer.from(await prints[name](valleyRally())))).toBe(true);
	});

	it.runIf(versioned.includes(name))('say their version on each sheet, and that a draft is one', async () => {
		const { pages } = await readPdf(await once(name, 'valley'));
		for (const page of pages) expect(page).toContain('v3 du 1er juin 2027');
		if (people.includes(name)) return;
		const draft = await readPdf(await once(name, 'crowded'));
		for (const page of draft.pages) expect(plain(page)).toMatch(/brouillon/i);
	});
});
