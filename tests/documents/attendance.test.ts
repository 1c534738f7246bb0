import { describe, expect, it } from 'vitest';
import { attendanceSheets } from '../../src/lib/server/documents/attendance/content';
import { printAttendance } from '../../src/lib/server/documents/attendance/draw';
import { plain, readPdf } from './pdf';
import { groundOf } from './prints';
import { crowdedRally, manyTeams, participant, valleyRally } from './rallies';

describe('attendance sheets', () => {
	it('are one for each half-day on which people are expected, by day or by team', () => {
		const by = (order: 'day' | 'team') =>
			attendanceSheets(groundOf(valleyRally()), { by: 'team', order }).map(
				({ letter, halfDay, kind }) => `${letter} ${halfDay}, ${kind}`
			);
		expect(by('day')).toEqual([
			'A Mardi 8 juin 2027, matin, Visites',
			'B Mardi 8 juin 2027, matin, Visites',
			'A Mardi 8 juin 2027, après-midi, Visites',
			'B Mardi 8 juin 2027, après-midi, Visites',
			'A Mercredi 9 juin 2027, matin, Visites',
			'B Mercredi 9 juin 2027, matin, Visites',
			'A Mercredi 9 juin 2027, après-midi, Restitution',
			'B Mercredi 9 juin 2027, après-midi, Restitution'
		]);
		expect(
			by('team')
				.slice(0, 4)
				.every((sheet) => sheet.startsWith('A'))
		).toBe(true);
		const rally = valleyRally();
		rally.rally.programme[1]!.afternoon = 'free';
		expect(attendanceSheets(groundOf(rally), { by: 'rally' })).toHaveLength(3);
	});

	it('name those of the team as they are called, who accompanies, and leave lines', () => {
		const rally = valleyRally();
		rally.participants[0]!.absences = ['2027-06-08:morning'];
		const [morning, , afternoon] = attendanceSheets(groundOf(rally), { by: 'team' });
		expect(morning!.groups[0]!.people).toEqual([
			{ name: 'Ana Nomdefamille', note: 'absence annoncée' },
			{ name: 'Billy Nomdefamille', note: '' },
			{ name: 'Chloé Nomdefamille', note: '' },
			{ name: 'Dimitri Nomdefamille', note: '' },
			{ name: 'Solène Marchetti', note: 'accompagne' }
		]);
		expect(afternoon!.groups[0]!.people[0]!.note).toBe('');
		expect(morning!.blanks).toBe(3);
	});

	it('of everybody hold each team and, last, those enrolled without one', async () => {
		const rally = valleyRally();
		rally.participants.push(
			participant({ id: 'late', firstName: 'Ysé' }),
			participant({ id: 'out', firstName: 'Zoé', state: 'withdrawn' })
		);
		const sheets = attendanceSheets(groundOf(rally), { by: 'rally' });
		expect(sheets[0]!.groups.map(({ title, people }) => [title, people.length])).toEqual([
			['Équipe A', 5],
			['Équipe B', 6],
			['Sans équipe', 1]
		]);
		const { text, tags } = await readPdf(await printAttendance(sheets));
		for (const said of ['Équipe A', 'Sans équipe', 'Ysé Nomdefamille', 'Heure d’arrivée', 'Signature'])
			expect(plain(text)).toContain(said);
		expect(text).not.toContain('Zoé');
		expect(tags).toEqual(expect.arrayContaining(['H1', 'Table', 'TR', 'TH', 'TD']));
	});

	it('repeat their head on each sheet, and keep a team’s title with its first name', async () => {
		const rally = manyTeams(12);
		const sheets = attendanceSheets(groundOf(rally), { by: 'rally' }).slice(0, 1);
		const { pages } = await readPdf(await printAttendance(sheets));
		expect(pages.length).toBeGreaterThan(1);
		for (const page of pages) {
			expect(page).toContain('Signature');
			expect(page).not.toMatch(/Équipe [A-Z] (v3|À rendre)/);
		}
	});

	it('hold on one sheet for a team of eight with long names', async () => {
		const sheets = attendanceSheets(groundOf(crowdedRally()), { by: 'team' }).slice(0, 1);
		const { pages } = await readPdf(await printAttendance(sheets));
		expect(pages).toHaveLength(1);
		expect(pages[0]).toContain('Maximilienne-Alexandrine');
	});
});
