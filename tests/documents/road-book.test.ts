import { describe, expect, it } from 'vitest';
import { clock } from '../../src/lib/domain/french';
import { roadBook, roadBooks, type RoadBook } from '../../src/lib/server/documents/road-book/content';
import { printRoadBooks } from '../../src/lib/server/documents/road-book/draw';
import { plain, raw, readPdf } from './pdf';
import { background, crowdedRally, links, logo, manyTeams, valleyRally, type PrintedRally } from './rallies';

const books = (rally: PrintedRally) => roadBooks({ ...rally, ...background, links });
const bookOf = (rally: PrintedRally, letter: string): RoadBook => {
	const team = rally.plan.teams.find((other) => other.letter === letter)!;
	return roadBook({ ...rally, ...background, team, link: links.get(team.id) ?? null });
};

/** What must never be printed of a participant. */
const secrets = [
	'Nomdefamille',
	'06 99 88 77 66',
	'personne@exemple',
	'Mission locale',
	'RSA',
	'rsa',
	'RQTH',
	'disabled',
	'55 ans',
	'55-plus',
	'wheelchair',
	'fauteuil',
	'CAP',
	'Femme'
];

describe('the content of a road book', () => {
	it('says a day minute by minute', () => {
		const day = bookOf(valleyRally(), 'A').days[0]!;
		expect(plain(`${day.title}, départ ${day.departure}, ${day.summary}`)).toBe(
			'mardi 8 juin 2027, départ 8 h 43, 4 visites · 1 h 21 de route'
		);
		const said = day.lines.map((line) =>
			plain(
				line.kind === 'visit'
					? `${line.from} ${line.number} ${line.host.name}`
					: `${line.from} ${line.says} (${line.length})`
			)
		);
		expect(said.slice(0, 7)).toEqual([
			'8 h 43 Route vers Menuiserie Roche (17 min, estimé)',
			'9 h 05 1 Menuiserie Roche',
			'10 h 05 Route vers Tissages du Vivarais (20 min)',
			'10 h 25 Temps libre (15 min)',
			'10 h 45 2 Tissages du Vivarais',
			'11 h 45 Temps libre (15 min)',
			'12 h Repas (1 h)'
		]);
		expect(said.at(-1)).toBe('16 h 45 Retour au point de rendez-vous (13 min, estimé)');
	});

	it('says of a host only what the host said', () => {
		const hosts = bookOf(valleyRally(), 'A').days[0]!.lines.flatMap((line) =>
			line.kind === 'visit' ? [line.host] : []
		);
		expect(hosts[0]).toMatchObject({
			safety: 'Chaussures fermées',
			hiring: 'Deux menuisiers poseurs, débutants acceptés',
			idPaper: ''
		});
		expect(hosts[1]).toMatchObject({
			arrival: '',
			safety: '',
			hiring: '',
			idPaper: 'Pièce d’identité demandée à l’entrée'
		});
		expect(hosts[2]).toMatchObject({ contactName: 'Inès Caradec', contactPhone: '' });
	});

	it('prints how to come in: door, parking, wear, papers, photos, trades', async () => {
		const rally = valleyRally();
		Object.assign(rally.companies[0]!, {
			welcomeName: 'Noé Lafarge',
			welcomePhone: '06 00 00 00 77',
			parkingNote: 'Cour arrière, trois voitures',
			wear: ['closed-shoes', 'helmet'],
			wearLent: ['helmet'],
			requiresIdPaper: true,
			photos: 'ask',
			tradesShown: 'Débit, assemblage'
		});
		const { text } = await readPdf(await printRoadBooks(books(rally)));
		for (const said of [
			'Noé Lafarge',
			'06 00 00 00 77',
			'Se garer : Cour arrière, trois voitures',
			'À porter : chaussures fermées ; casque (en prêt sur place)',
			'Pièce d’identité demandée à l’entrée · Photos : demander avant d’en prendre',
			'À voir : Débit, assemblage'
		])
			expect(plain(text)).toContain(said);
	});

	it('names the members as they want to be called, and nothing more', () => {
		expect(bookOf(valleyRally(), 'A').members).toEqual(['Ana', 'Billy', 'Chloé', 'Dimitri']);
		const said = JSON.stringify(books(valleyRally()));
		for (const secret of secrets) expect(said).not.toContain(secret);
	});

	it('joins or parts the accompanist and the driver', () => {
		expect(bookOf(valleyRally(), 'A').crew.map(({ role, name }) => [role, name])).toEqual([
			['Accompagne et conduit', 'Solène Marchetti']
		]);
		expect(bookOf(valleyRally(), 'B').crew.map(({ role, phone }) => [role, phone])).toEqual([
			['Accompagne', '06 00 00 00 11'],
			['Conduit', '06 00 00 00 12']
		]);
	});

	it('gives no telephone of a participant at the wheel', () => {
		const rally = valleyRally();
		rally.plan.teams.find(({ letter }) => letter === 'B')!.driverId = 'p4';
		expect(bookOf(rally, 'B').crew[1]).toEqual({ role: 'Conduit', name: 'Églantine', phone: '' });
	});

	it('keeps off the map what has no position, and says so', () => {
		const chart = bookOf(crowdedRally(), 'A').days[0]!.chart;
		expect(chart.stops).toHaveLength(7);
		expect(chart.unplaced).toEqual(['8 Atelier sans adresse']);
		expect(chart.stops.filter(({ approximate }) => approximate).map(({ number }) => number)).toEqual([3]);
	});

	it('carries the name, the version and whether it is a draft', () => {
		expect(bookOf(valleyRally(), 'A').letterhead).toMatchObject({
			rallyName: 'Rallye pour l’emploi',
			version: 'v3 du 1er juin 2027',
			draft: false
		});
		expect(bookOf(crowdedRally(), 'A').letterhead.draft).toBe(true);
	});

	it('orders a batch by letter', () => {
		expect(
			books(manyTeams(28))
				.map(({ letter }) => letter)
				.slice(-3)
		).toEqual(['Z', 'AA', 'AB']);
		expect(books(valleyRally()).map(({ letter }) => letter)).toEqual(['A', 'B']);
	});
});

describe('the printed road book', () => {
	it('holds every visit of the plan, with its hour, in order', async () => {
		for (const rally of [valleyRally(), crowdedRally()]) {
			const { text } = await readPdf(await printRoadBooks(books(rally)));
			let from = 0;
			for (const team of [...rally.plan.teams].sort((a, b) => a.letter.localeCompare(b.letter))) {
				from = text.indexOf(`Carnet de route — équipe ${team.letter}`, from);
				for (const visit of team.visits) {
					const name = rally.companies.find(({ id }) => id === visit.companyId)!.name;
					const at = text.indexOf(`${plain(clock(visit.start))} à ${plain(clock(visit.end))}`, from);
					expect(at, `${team.letter} ${name}`).toBeGreaterThan(from);
					from = text.indexOf(name, at);
					expect(from - at, `${team.letter} ${name}`).toBeLessThan(30);
					expect(from).toBeGreaterThan(at);
				}
			}
		}
	});

	it('holds no secret of a participant', async () => {
		const { text, alts } = await readPdf(await printRoadBooks(books(crowdedRally())));
		for (const secret of secrets) expect(text + alts.join(' ')).not.toContain(secret);
		expect(text).toContain('Maximilienne-Alexandrine');
	});

	it('marks a draft on every page, and no page of a published plan', async () => {
		const draft = await readPdf(await printRoadBooks(books(crowdedRally())));
		expect(draft.pages.every((page) => page.includes('BROUILLON'))).toBe(true);
		expect((await readPdf(await printRoadBooks(books(valleyRally())))).text).not.toContain('BROUILLON');
	});

	it('numbers the pages of each team and says the version on each', async () => {
		const { pages } = await readPdf(await printRoadBooks(books(valleyRally())));
		expect(pages.every((page) => page.includes('v3 du 1er juin 2027'))).toBe(true);
		const numbers = pages.map((page) => /page (\d+\/\d+)/.exec(page)?.[1]);
		expect(numbers.slice(0, 4)).toEqual(['1/4', '2/4', '3/4', '4/4']);
		expect(numbers[4]).toBe('1/5');
	});

	it('says whom to call, and the address of the team’s page', async () => {
		const { pages, alts } = await readPdf(await printRoadBooks([bookOf(valleyRally(), 'A')]));
		expect(pages[0]).toContain('06 00 00 00 01');
		expect(pages[0]).toContain('le 15 (SAMU) ou le 112');
		expect(pages[0]).toContain('https://equipage.example/itineraire/3fK9xQ2v');
		expect(alts.some((alt) => alt.startsWith('Carte de la journée de l’équipe A'))).toBe(true);
	});

	it('is tagged, titled, in French, with its fonts inside', async () => {
		const bytes = await printRoadBooks(books(valleyRally()));
		const { title, lang, tags } = await readPdf(bytes);
		expect(title).toBe('Carnets de route — Rallye pour l’emploi d’Aubenas');
		expect(lang).toBe('fr-FR');
		for (const tag of [
			'Document',
			'Part',
			'Sect',
			'H1',
			'H2',
			'Table',
			'TR',
			'TH',
			'TD',
			'Figure',
			'L',
			'LI',
			'Link'
		])
			expect(tags).toContain(tag);
		const file = raw(bytes);
		expect(file).toContain('/StructTreeRoot');
		expect(file).toContain('/DisplayDocTitle true');
		expect(file).toContain('pdfuaid:part>1<');
		const fonts = [...file.matchAll(/\/FontDescriptor\n[^]*?endobj/g)].map(([found]) => found);
		expect(fonts.length).toBeGreaterThanOrEqual(3);
		expect(fonts.every((font) => font.includes('/FontFile2'))).toBe(true);
		expect(file).not.toContain('Helvetica');
	});

	it('prints the same bytes for the same plan', async () => {
		const [one, two] = [
			await printRoadBooks(books(valleyRally())),
			await printRoadBooks(books(valleyRally()))
		];
		expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
	});

	it('carries the logo once, whatever the number of sheets, and says it in words', async () => {
		const print = () => printRoadBooks(roadBooks({ ...valleyRally(), ...background, links, logo: logo() }));
		const bytes = await print();
		expect(raw(bytes).match(/\/Subtype \/Image/g)?.length).toBe(2);
		expect((await readPdf(bytes)).alts).toContain('Rallye pour l’emploi');
		expect(Buffer.from(bytes).equals(Buffer.from(await print()))).toBe(true);
	});

	it('keeps a drive on the sheet of the visit it leads to', async () => {
		const { pages } = await readPdf(await printRoadBooks(books(crowdedRally())));
		for (const page of pages.slice(1, -1))
			expect(page).not.toMatch(/Route vers [^0-9]+ \d+ min(, estimé)?( \S+ h \S+ Temps libre \d+ min)? v3/);
		expect(pages.slice(1).filter((page) => page.includes('Heures Étape Sur place'))).toHaveLength(2);
	});

	it('does without a meeting point, a telephone, a link or any position', async () => {
		const rally = valleyRally();
		rally.rally = { ...rally.rally, meetingPoint: null, closing: null, contactPhone: '', contactName: '' };
		rally.companies = rally.companies.map((company) => ({ ...company, position: null, contactPhone: '' }));
		const { text, alts } = await readPdf(
			await printRoadBooks(roadBooks({ ...rally, outlines: [], labels: [], links: new Map() }))
		);
		expect(text).toContain('appelez l’organisation');
		expect(alts).toEqual([]);
		expect(text).not.toMatch(/undefined|null|NaN/);
	});
});
