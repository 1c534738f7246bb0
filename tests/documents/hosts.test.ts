import { describe, expect, it } from 'vitest';
import { doorSigns } from '../../src/lib/server/documents/door-sign/content';
import { printDoorSigns } from '../../src/lib/server/documents/door-sign/draw';
import { hostSheets } from '../../src/lib/server/documents/host-sheet/content';
import { printHostSheets } from '../../src/lib/server/documents/host-sheet/draw';
import { plain, readPdf } from './pdf';
import { checkOf, groundOf } from './prints';
import { crowdedRally, valleyRally } from './rallies';

describe('host sheets', () => {
	it('say who comes when in numbers, by name or by day', () => {
		const sheets = hostSheets(groundOf(valleyRally()));
		expect(sheets.map(({ company }) => company)).toEqual([
			'EHPAD Les Tilleuls',
			'Imprimerie du Pont',
			'Menuiserie Roche',
			'Primeurs Delorme',
			'Tissages du Vivarais',
			'Transports Cévenols'
		]);
		expect(sheets[2]!.visits.map(({ day, hours, people, team }) => plain([day, hours, people, team].join(' · ')))).toEqual([
			'Mardi 8 juin 2027 · de 9 h 05 à 10 h 05 · 4 participants, et qui les accompagne · A',
			'Mercredi 9 juin 2027 · de 11 h à 12 h · 4 participants, et qui les accompagne · B'
		]); // prettier-ignore
		const byDay = hostSheets(groundOf(valleyRally()), 'day').map(({ company }) => company);
		expect(byDay.slice(0, 2)).toEqual(['Primeurs Delorme', 'Menuiserie Roche']);
	});

	it('count two teams received together', () => {
		const rally = valleyRally();
		const [b, a] = rally.plan.teams;
		b!.visits[0] = { ...a!.visits[0]! };
		const sheet = hostSheets(groundOf(rally)).find(({ company }) => company === 'Menuiserie Roche')!;
		expect(plain(sheet.visits[0]!.people)).toBe('8 participants, 2 équipes, avec leurs accompagnateurs');
		expect(sheet.visits[0]!.team).toBe('A, B');
	});

	it('give back what the host asked, whom to call, and its page', async () => {
		const rally = valleyRally();
		Object.assign(rally.companies[0]!, {
			parkingNote: 'Cour arrière',
			wear: ['helmet'],
			wearLent: ['helmet']
		});
		const { pages, text, tags } = await readPdf(await printHostSheets(hostSheets(groundOf(rally))));
		expect(pages).toHaveLength(6);
		const sheet = pages.find((page) => page.startsWith('Menuiserie') || page.includes('Fiche d’accueil · Menuiserie Roche'))!; // prettier-ignore
		for (const said of [
			'Cour arrière',
			'casque (en prêt sur place)',
			'Chaussures fermées',
			'Nadia Ferrand, 06 00 00 00 01',
			'https://equipage.example/accueil/9xQ2v'
		])
			expect(plain(sheet)).toContain(said);
		expect(tags).toContain('Link');
		for (const name of ['Ana', 'Billy', 'Solène', 'Marchetti']) expect(text).not.toContain(name);
	});

	it('do with a long name and no address, number or page', async () => {
		const { text } = await readPdf(await printHostSheets(hostSheets(groundOf(crowdedRally()))));
		expect(text).toContain('Atelier sans adresse');
		expect(plain(text)).toContain('Ateliers de la Haute Vallée');
	});
});

describe('door signs', () => {
	it('say the name of the rally, the company and its hours, one sheet each', async () => {
		const signs = doorSigns(groundOf(valleyRally()));
		expect(signs[3]!.hours.map(plain)).toEqual(['Mardi 8 juin : 9 h et 15 h 45']);
		const { pages, sizes } = await readPdf(await printDoorSigns(signs));
		// On a door, in the street: never a team's page.
		expect(new Set(signs.map(({ letterhead }) => letterhead.check))).toEqual(new Set([checkOf()]));
		expect(pages).toHaveLength(6);
		expect(sizes[0]).toEqual([842, 595]);
		for (const page of pages) expect(page).toContain('Bienvenue');
		const crowded = await readPdf(await printDoorSigns(doorSigns(groundOf(crowdedRally()))));
		expect(crowded.pages).toHaveLength(8);
	});
});
