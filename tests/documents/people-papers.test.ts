import { describe, expect, it } from 'vitest';
import type { HalfDay } from '../../src/lib/domain/calendar';
import { presenceKey, type PresenceTable } from '../../src/lib/domain/day/presence-log';
import type { PersonVisits, VisitOutcome } from '../../src/lib/domain/day/visits-made';
import { attestations } from '../../src/lib/server/documents/attestation/content';
import { printAttestations } from '../../src/lib/server/documents/attestation/draw';
import { callList } from '../../src/lib/server/documents/call-list/content';
import { printCallLists } from '../../src/lib/server/documents/call-list/draw';
import { convocations } from '../../src/lib/server/documents/convocation/content';
import { printConvocations } from '../../src/lib/server/documents/convocation/draw';
import { diplomas } from '../../src/lib/server/documents/diploma/content';
import { printDiplomas } from '../../src/lib/server/documents/diploma/draw';
import { participantSheets } from '../../src/lib/server/documents/participant-sheet/content';
import { printParticipantSheets } from '../../src/lib/server/documents/participant-sheet/draw';
import { plain, readPdf } from './pdf';
import { groundOf } from './prints';
import { crowdedRally, valleyRally } from './rallies';

describe('participants’ sheets', () => {
	it('say in short sentences when, where, with whom, what to bring and whom to call', () => {
		const rally = valleyRally();
		Object.assign(rally.companies[0]!, { wear: ['closed-shoes', 'helmet'], wearLent: ['helmet'] });
		const [ana] = participantSheets(groundOf(rally));
		expect(ana!.name).toBe('Ana');
		expect(ana!.blocks.map(({ title, says }) => plain([title, ...says].join(' | ')))).toEqual([
			'Quand venir | Mardi 8 juin, à 8 h.',
			'Où venir | MIFE, salle Ouvèze, 30 avenue de Zelzate, 07200 Aubenas.',
			'Votre équipe est l’équipe A | Vous êtes 4 personnes. | Solène Marchetti vous accompagne. | Vous roulez ensemble : Kangoo blanc.',
			'Ce qu’il faut apporter | Votre pièce d’identité. | Pour entrer dans les entreprises : chaussures fermées. | De quoi écrire, et de l’eau.',
			'Un problème ? Appelez | Nadia Ferrand : 06 00 00 00 01'
		]);
		expect(plain(ana!.days[0]!.hours)).toBe('La voiture part à 8 h 43. Retour vers 16 h 58.');
		expect(ana!.days[0]!.stops.map(({ at, says }) => plain(`${at} ${says}`))).toEqual([
			'9 h 05 Menuiserie Roche, à Aubenas',
			'10 h 45 Tissages du Vivarais, à Vals-les-Bains',
			'12 h Repas',
			'14 h EHPAD Les Tilleuls, à Lalevade-d’Ardèche',
			'15 h 45 Primeurs Delorme, à Saint-Étienne-de-Fontbellon'
		]);
	});

	it('tell nothing of a day on which somebody is away', () => {
		const rally = valleyRally();
		rally.participants[0]!.absences = ['2027-06-08:morning', '2027-06-08:afternoon'];
		const [ana, billy] = participantSheets(groundOf(rally));
		expect(ana!.days.map(({ title }) => title)).toEqual(['Mercredi 9 juin']);
		expect(plain(ana!.blocks[0]!.says[0]!)).toBe('Mercredi 9 juin, à 8 h.');
		expect(billy!.days).toHaveLength(2);
	});

	it('are sorted by team or by name, and hold one name each', async () => {
		const names = (order: 'team' | 'name') =>
			participantSheets(groundOf(valleyRally()), order).map(({ name, letter }) => `${letter} ${name}`);
		expect(names('team').slice(3, 5)).toEqual(['A Dimitri', 'B Églantine']);
		const { pages } = await readPdf(await printParticipantSheets(participantSheets(groundOf(valleyRally()))));
		const ana = pages.filter((page) => page.includes('Mon rallye · Ana'));
		expect(ana.length).toBeGreaterThan(0);
		for (const page of ana) expect(page).not.toMatch(/Billy|Chloé|Dimitri/);
	});
});

describe('convocations', () => {
	it('say date, place, programme, what to bring, and the time to meet first', async () => {
		const letters = convocations(groundOf(valleyRally()));
		expect(letters.map(({ to }) => to)[1]).toBe('Billy Nomdefamille');
		const { pages } = await readPdf(await printConvocations(letters));
		expect(pages).toHaveLength(8);
		for (const said of [
			'Bonjour Billy,',
			'du 8 au 9 juin 2027',
			'vous visitez 6 entreprises',
			'un temps pour faire connaissance, dès 8 h',
			'Mercredi 9 juin : visites le matin et restitution l’après-midi.',
			'MIFE, salle Ouvèze',
			'Un empêchement, une question ? Prévenez Nadia Ferrand, 06 00 00 00 01.',
			'MIFE des Trois Rivières'
		])
			expect(plain(pages[1]!)).toContain(said);
	});
});

describe('call lists', () => {
	it('say whom to call, at which number, for when, by team or by name', async () => {
		const rally = valleyRally();
		rally.participants[2]!.phone = '';
		Object.assign(rally.participants[3]!, { phone: '', email: '' });
		const list = callList(groundOf(rally), 2);
		expect(plain(list.when)).toBe('Dimanche 6 juin 2027, l’avant-veille');
		expect(list.groups.map(({ title }) => title)).toEqual(['Équipe A', 'Équipe B']);
		expect(list.groups[0]!.people.map(({ phone }) => plain(phone))).toEqual([
			'06 99 88 77 66',
			'06 99 88 77 66',
			'pas de téléphone : personne@exemple.example',
			'ni téléphone ni courriel'
		]);
		expect(callList(groundOf(rally), 1, 'name').groups).toHaveLength(1);
		const { text } = await readPdf(await printCallLists([list]));
		for (const said of [
			'Billy Nomdefamille',
			'mardi 8 juin à 8 h',
			'Pour l’organisation seulement',
			'Message'
		])
			expect(plain(text)).toContain(said);
	});
});

describe('diplomas', () => {
	it('hold the name used and nothing else of the person', async () => {
		const list = diplomas(groundOf(valleyRally()));
		const { pages } = await readPdf(await printDiplomas(list));
		expect(pages).toHaveLength(8);
		expect(plain(pages[1]!)).toContain('remis à Billy a participé au Rallye pour l’emploi d’Aubenas');
		expect(plain(pages[1]!)).toContain('découvert 6 entreprises');
		expect(pages[1]).not.toContain('Bilal');
		const crowded = await readPdf(await printDiplomas(diplomas(groundOf(crowdedRally()))));
		expect(plain(crowded.text)).toContain('Maximilienne-Alexandrine Rakotomalala-Ratsimba');
	});
});

describe('attestations', () => {
	const rally = groundOf(valleyRally());
	const [ana, billy, third] = rally.participants;
	const [morning, afternoon] = ['2027-06-08:morning', '2027-06-08:afternoon'] as const;
	const said = (person: string, half: HalfDay, state: 'present' | 'left' | 'absent') =>
		[presenceKey(person, half), { person, half, state }] as const;
	const presence = new Map<string, unknown>([
		said(ana!.id, morning, 'present'),
		said(ana!.id, afternoon, 'left'),
		said(billy!.id, morning, 'absent')
	]) as unknown as PresenceTable;
	const visit = (companyId: string, outcome: VisitOutcome) => ({ stop: `2027-06-08/${companyId}`, companyId, outcome, team: 'A', half: morning }); // prettier-ignore
	const [first, second, missed] = rally.companies.map(({ id }) => id);
	const visits = [
		{ person: ana!.id, visits: [visit(first!, 'made'), visit(second!, 'unmarked'), visit(missed!, 'away')] },
		{ person: third!.id, visits: [visit(first!, 'unsaid')] }
	] as unknown as PersonVisits[];
	const input = { ...rally, organization: 'MIFE d’exemple', presence, visits };

	it('say what was noted, never what the plan promised, and nobody has one without a presence', async () => {
		const sheets = attestations(input);
		expect(sheets.map(({ to }) => to)).toEqual([expect.stringMatching(/^Ana /)]);
		const [sheet] = sheets;
		expect(plain(sheet!.says)).toMatch(/^MIFE d’exemple atteste que Ana .* 2 demi-journées de présence, 2 entreprises visitées\.$/); // prettier-ignore
		expect(sheet!.halfDays.map(plain)).toEqual([
			'Mardi 8 juin, matin',
			'Mardi 8 juin, après-midi (en partie)'
		]);
		expect(sheet!.companies).toHaveLength(2);
		const { text, pages } = await readPdf(await printAttestations(sheets));
		expect(pages).toHaveLength(1);
		const names = rally.companies.map(({ name }) => text.includes(name));
		expect(names.slice(0, 3)).toEqual([true, true, false]);
	});

	it('do not exist before anything was noted', () => {
		expect(attestations({ ...input, presence: new Map(), visits: [] })).toEqual([]);
	});
});
