import fc from 'fast-check';
import type { Rider, TeamFormingProblem } from '$lib/solver/teams/form-teams';

export const halfDays = ['2027-06-08:morning', '2027-06-08:afternoon'];

export const aRider = (id: string, change: Partial<Rider> = {}): Rider => ({
	id,
	halfDays,
	gender: null,
	ageBand: null,
	formerSector: null,
	prescriber: null,
	home: null,
	needs: [],
	backBy: null,
	together: [],
	apart: [],
	...change
});

type Car = { seats: number; wheelchairPlaces?: number };

/** People of both genders and three ages, a driving accompanist for each car, no host. */
export const aProblem = (
	people: number,
	cars: Car[],
	change: (at: number) => Partial<Rider> = () => ({})
): TeamFormingProblem => ({
	halfDays,
	participants: Array.from({ length: people }, (_, at) =>
		aRider(`p${String(at).padStart(2, '0')}`, {
			gender: at % 2 ? 'woman' : 'man',
			ageBand: ['18-25', '35-44', '55-plus'][at % 3]!,
			...change(at)
		})
	),
	vehicles: cars.map(({ seats, wheelchairPlaces = 0 }, i) => ({
		id: `v${i}`,
		seats,
		wheelchairPlaces,
		halfDays
	})),
	accompanists: cars.map((_, i) => ({ id: `a${i}`, drives: true, halfDays })),
	hosts: [],
	locks: [],
	size: { min: 3, max: 8 },
	visitsOwed: 6,
	endsAt: 17 * 60
});

const presence = fc.constantFrom(halfDays, halfDays, halfDays, [halfDays[0]!], [halfDays[1]!]);

/** Any problem of so many people: cars that miss, wishes that contradict each other, hosts that refuse. */
const anyProblem = (
	people: { min: number; max: number },
	size: { min: number; max: number },
	fleet: number
) =>
	fc
		.record({
			riders: fc.array(
				fc.record({
					halfDays: presence,
					gender: fc.constantFrom('woman', 'man', null),
					ageBand: fc.constantFrom('18-25', '35-44', '55-plus', null),
					formerSector: fc.constantFrom('retail', 'health', null),
					prescriber: fc.constantFrom('a', 'b', null),
					home: fc.constantFrom(null, { place: 'x', minutes: 5 }, { place: 'y', minutes: 20 }),
					needs: fc.constantFrom<string[]>([], [], [], ['wheelchair']),
					backBy: fc.constantFrom(null, null, 960)
				}),
				{ minLength: people.min, maxLength: people.max }
			),
			wishes: fc.array(
				fc.record({ of: fc.nat(), other: fc.nat(), kind: fc.constantFrom('together', 'apart') }),
				{ maxLength: 3 }
			),
			vehicles: fc.array(
				fc.record({
					seats: fc.integer({ min: 2, max: size.max + 2 }),
					wheelchairPlaces: fc.constantFrom(0, 0, 1),
					halfDays: presence
				}),
				{ maxLength: fleet }
			),
			accompanists: fc.array(fc.record({ drives: fc.boolean(), halfDays: presence }), { maxLength: fleet }),
			hosts: fc.array(
				fc.record({
					people: fc.integer({ min: 2, max: 6 }),
					teamsAtOnce: fc.constantFrom(1, 2),
					visitsMax: fc.integer({ min: 1, max: 3 }),
					refused: fc.array(fc.nat(), { maxLength: 2 }),
					avoided: fc.option(fc.nat(), { nil: null, freq: 3 })
				}),
				{ maxLength: 3 }
			),
			visitsOwed: fc.constantFrom(1, 2)
		})
		.map(({ riders, wishes, vehicles, accompanists, hosts, visitsOwed }): TeamFormingProblem => {
			const id = (at: number) => `p${at % riders.length}`;
			const wished = (kind: string, at: number) =>
				wishes.filter((wish) => wish.kind === kind && id(wish.of) === id(at)).map(({ other }) => id(other));
			return {
				halfDays,
				participants: riders.map((rider, at) =>
					aRider(id(at), { ...rider, together: wished('together', at), apart: wished('apart', at) })
				),
				vehicles: vehicles.map((vehicle, i) => ({ id: `v${i}`, ...vehicle })),
				accompanists: accompanists.map((person, i) => ({ id: `a${i}`, ...person })),
				hosts: hosts.map(({ refused, avoided, ...host }, i) => ({
					id: `h${i}`,
					...host,
					refuses: [...new Set(refused.map(id))],
					refusesAccompanists:
						avoided === null || accompanists.length === 0 ? [] : [`a${avoided % accompanists.length}`]
				})),
				locks: [],
				size,
				visitsOwed,
				endsAt: 1020
			};
		});

/** Small enough to try everything. */
export const tinyProblem = anyProblem({ min: 1, max: 6 }, { min: 2, max: 3 }, 2);
/** A team's worth to three teams' worth of people. */
export const smallProblem = anyProblem({ min: 6, max: 14 }, { min: 3, max: 8 }, 4);
