import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blockingFaults, paperFaults, paperSentence, withPapersHeld } from '$lib/domain/paperwork';
import { defaultSettings } from '$lib/domain/rally';
import { seatsInWords } from '$lib/domain/vehicle';
import { problemOfRally, teamFormingOf } from '$lib/server/use-cases/planning/problem-of-rally';
import { missingForPlanning } from '$lib/server/use-cases/planning/plan-rally';
import { aCompany, aDossier, anAccompanist, aProgramme, aRally, aTeam, aTravel, aVehicle } from '../builders';

const paper = (until: string | null) => ({ until, by: 'Sandrine Faure', on: '2027-05-03' });
const inOrder = { insurance: paper('2028-01-01'), inspection: paper(null) };
const rule = (declarations: 'warn' | 'block') =>
	aRally({ programme: aProgramme('2027-06-08', 'VV VR'), settings: { ...defaultSettings, declarations } });

describe('papers', () => {
	test('are wanting when nobody declared them, or when they end before the rally does', () => {
		const dossier = aDossier({
			rally: rule('warn'),
			vehicles: [
				aVehicle({ name: 'Kangoo', ...inOrder, insurance: paper('2027-06-08') }),
				aVehicle({ name: 'Trafic', insurance: paper('2027-06-09'), inspection: null }),
				aVehicle({ name: 'Break', ...inOrder })
			],
			accompanists: [
				anAccompanist({ firstName: 'Ana', lastName: 'Roux', drives: true }),
				anAccompanist({ drives: true, licence: paper(null) }),
				anAccompanist({ drives: false })
			]
		});
		expect(paperFaults(dossier).map((fault) => paperSentence(fault).replace(/\s/g, ' '))).toEqual([
			'Kangoo : assurance valable jusqu’au 8 juin 2027, avant la fin du rallye.',
			'Trafic : contrôle technique non déclaré.',
			'Ana Roux : permis de conduire non déclaré.'
		]);
		expect(blockingFaults(dossier)).toEqual([]);
		expect(withPapersHeld(dossier)).toBe(dossier);
	});

	test('block, where the organizer chose so: the car stays, and who has no licence accompanies without driving', () => {
		const [car, kept] = [aVehicle(), aVehicle(inOrder)];
		const [person, driver] = [anAccompanist(), anAccompanist({ licence: paper(null) })];
		const dossier = aDossier({ rally: rule('block'), vehicles: [car, kept], accompanists: [person, driver] });
		const { vehicles, accompanists } = teamFormingOf(withPapersHeld(dossier));
		expect(vehicles.map(({ id }) => id)).toEqual([kept.id]);
		expect(accompanists.map(({ id, drives }) => [id, drives])).toEqual([
			[person.id, false],
			[driver.id, true]
		]);
		expect(missingForPlanning(dossier)).not.toContain('no-papers');
		expect(missingForPlanning({ ...dossier, vehicles: [car] })).toContain('no-papers');
	});

	test('declaring one more paper never makes another wanting', () => {
		const some = fc.option(fc.constantFrom(paper(null), paper('2027-06-01'), paper('2029-01-01')));
		fc.assert(
			fc.property(some, some, (insurance, inspection) => {
				const of = (vehicle: object) =>
					paperFaults(aDossier({ rally: rule('warn'), vehicles: [aVehicle(vehicle)], accompanists: [] }));
				const before = of({ insurance, inspection }).map((fault) => fault.paper);
				const after = of({ insurance: paper(null), inspection }).map((fault) => fault.paper);
				expect(before).toEqual(expect.arrayContaining(after));
				expect(after).not.toContain('insurance');
			})
		);
	});
});

test('seats are said with the one of whoever drives', () => {
	expect(seatsInWords(7).replace(/\s/g, ' ')).toBe('7 places, conduite comprise');
});

test('nobody visits their own employer: neither the team formed nor the visits planned', () => {
	const [own, other] = [aCompany(), aCompany()];
	const [employee, free] = [anAccompanist({ employerCompanyId: own.id }), anAccompanist()];
	const dossier = aDossier({ companies: [own, other], accompanists: [employee, free] });
	expect(
		teamFormingOf(dossier).hosts.map(({ id, refusesAccompanists }) => [id, refusesAccompanists])
	).toEqual([
		[own.id, [employee.id]],
		[other.id, []]
	]);
	const teams = [
		aTeam({ letter: 'A', accompanistId: employee.id }),
		aTeam({ letter: 'B', accompanistId: free.id, driverId: employee.id }),
		aTeam({ letter: 'C', accompanistId: free.id })
	];
	const problem = problemOfRally(dossier, teams, aTravel([own.id, other.id]));
	expect(problem.companies.map(({ excludes }) => excludes)).toEqual([['A', 'B'], []]);
});
