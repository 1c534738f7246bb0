import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applied, cell, cellsOf, teamsIn, type Cells, type Pinnable } from '$lib/domain/draft/cells';
import { changesOf, type DraftEdit } from '$lib/domain/draft/edits';
import { changesToRedo, changesToUndo, stacksOf, type MadeEdit } from '$lib/domain/draft/history';
import { emptyRiders, type HandGround } from '$lib/solver/hand/ground';
import { handPlanOf } from '$lib/solver/hand/hand-plan';
import { bare, isBroken, judge } from '$lib/solver/hand/judge';
import { troublesOf } from '$lib/solver/hand/troubles';
import type { Rider } from '$lib/solver/teams/problem';
import type { Problem } from '$lib/solver/problem';
import { verify } from '$lib/solver/verify';
import { problemOf } from './problems';

/** A model of the table: three teams, nine people, four cars, four accompanists, five companies, two days. */
const teams = ['A', 'B', 'C'];
const dates = ['2027-06-08', '2027-06-09'];
const companies = ['c0', 'c1', 'c2', 'c3', 'c4'];
const people = Array.from({ length: 9 }, (_, i) => `p${i}`);
const cars = ['k0', 'k1', 'k2', 'k3'];
const guides = ['g0', 'g1', 'g2', 'g3'];
const seats: Record<string, number> = { k0: 5, k1: 4, k2: 7, k3: 9 };
const starts = [540, 630, 720, 840, 930];

const ground: HandGround = {
	problem: problemOf({
		format: 'equipage-problem/1',
		days: dates.map(() => ({
			start: 510,
			end: 1080,
			from: 0,
			to: 0,
			lunch: { from: 705, to: 840, minutes: 45 }
		})),
		travel: Array.from({ length: 6 }, (_, a) => Array.from({ length: 6 }, (__, b) => (a === b ? 0 : 8 + ((a * 7 + b * 3) % 25)))), // prettier-ignore
		buffer: 5,
		companies: companies.map((id, i) => ({
			id,
			place: i + 1,
			sector: `s${i % 3}`,
			minutes: 60,
			people: i === 1 ? 3 : 8,
			teamsAtOnce: i === 2 ? 2 : 1,
			visits: [0, 3] as [number, number],
			turnaround: i === 0 ? 30 : 0,
			starts: [0, 1].flatMap((day) => starts.map((at) => [day, at] as [number, number]))
		})),
		teams: []
	}),
	doors: { c3: { people: ['p0'], accompanists: ['g1'] } },
	absences: { k2: [`${dates[0]}:morning`], g2: [`${dates[1]}:morning`, `${dates[1]}:afternoon`] },
	backBy: { p8: 960 },
	noons: dates.map((date) => ({ date, noon: 750 })),
	riders: {
		...emptyRiders,
		halfDays: dates.flatMap((date) => [`${date}:morning`, `${date}:afternoon`]),
		participants: people.map((id, i): Rider => ({
			id,
			halfDays: dates.flatMap((date) => [`${date}:morning`, `${date}:afternoon`]),
			gender: i % 4 === 0 ? 'man' : 'woman',
			ageBand: null,
			formerSector: null,
			prescriber: null,
			home: null,
			needs: i === 5 ? ['wheelchair'] : [],
			backBy: i === 8 ? 960 : null,
			together: i === 1 ? ['p2'] : [],
			apart: i === 3 ? ['p4'] : []
		})),
		vehicles: cars.map((id) => ({
			id,
			seats: seats[id]!,
			wheelchairPlaces: id === 'k2' ? 1 : 0,
			halfDays: []
		})),
		accompanists: guides.map((id, i) => ({ id, drives: i !== 3, halfDays: [] }))
	}
};

const start: Cells = Object.fromEntries([
	...teams.map((team, i) => [
		`crew:${team}`,
		{ vehicleId: cars[i]!, accompanistId: guides[i]!, driverId: null }
	]),
	...people.map((id, i) => [`person:${id}`, { team: teams[i % 3]! }]),
	...teams.flatMap((team, t) =>
		companies.slice(0, 3).map((companyId, i) => [
			`visit:${team}${i}`,
			{ team, companyId: companies[(i + t) % 5]!, date: dates[i % 2]!, start: starts[i * 2]!, end: starts[i * 2]! + 60, pinned: [] } // prettier-ignore
		])
	)
]) as Cells;
const visits = cellsOf(start, 'visit').map(([id]) => id);

const only = <const T>(value: T) => fc.constant(value);
const some = <const T>(...list: T[]) => fc.constantFrom(...list);
const hour = fc.oneof(some(...starts), fc.integer({ min: 96, max: 210 }).map((n) => n * 5)); // prettier-ignore
const anEdit = fc.oneof(
	fc.record({ kind: only('move-visit'), visit: some(...visits), team: some(...teams), date: some(...dates), start: hour }), // prettier-ignore
	fc.record({ kind: only('swap-visits'), visits: fc.tuple(some(...visits), some(...visits)) }),
	fc.record({ kind: only('replace-company'), visit: some(...visits), companyId: some(...companies), minutes: some(45, 60) }), // prettier-ignore
	fc.record({ kind: only('add-visit'), visit: some('n1', 'n2'), team: some(...teams), companyId: some(...companies), date: some(...dates), start: hour, minutes: some(60) }), // prettier-ignore
	fc.record({ kind: only('remove-visit'), visit: some(...visits) }),
	fc.record({ kind: only('set-length'), visit: some(...visits), minutes: some(30, 60, 90) }),
	fc.record({ kind: only('pin-visit'), visit: some(...visits), pinned: fc.subarray<Pinnable>(['team', 'day', 'start', 'order']) }), // prettier-ignore
	fc.record({ kind: only('put-break'), break: some('b1', 'b2', 'b3'), team: some(...teams), date: some(...dates), from: hour, to: only(0), label: some('Pause') }).map((edit) => ({ ...edit, to: edit.from + 20 })), // prettier-ignore
	fc.record({ kind: only('remove-break'), break: some('b1', 'b2', 'b3') }),
	fc.record({ kind: only('move-person'), person: some(...people), team: some(...teams, null) }),
	fc.record({
		kind: only('set-crew'),
		team: some(...teams),
		part: only('vehicleId'),
		id: some(...cars, null)
	}),
	fc.record({ kind: only('set-crew'), team: some(...teams), part: some('accompanistId', 'driverId'), id: some(...guides, null) }) // prettier-ignore
) satisfies fc.Arbitrary<DraftEdit>;

const aStep = fc.oneof(
	{ weight: 3, arbitrary: fc.record({ who: some('ana', 'bob'), does: only('edit' as const), edit: anEdit }) },
	{
		weight: 1,
		arbitrary: fc.record({ who: some('ana', 'bob'), does: some('undo' as const, 'redo' as const) })
	}
);

/** The problem of the cells, put together here from the cells alone. */
function expected(cells: Cells): Problem {
	const crewed = teamsIn(cells).map((letter) => {
		const crew = cell(cells, 'crew', letter)!;
		const members = cellsOf(cells, 'person').filter(([, { team }]) => team === letter).map(([id]) => id); // prettier-ignore
		const gone = [crew.vehicleId, crew.accompanistId, crew.driverId].flatMap((id) => (id && ground.absences[id]) || []); // prettier-ignore
		const home = members.includes('p8') ? 960 : 1440;
		return {
			crew,
			members,
			team: {
				id: letter,
				size: members.length,
				hours: dates.map((date): [number, number] | null => {
					const [morning, afternoon] = ['morning', 'afternoon'].map(
						(part) => !gone.includes(`${date}:${part}`)
					);
					const from = morning ? 510 : 750;
					const to = Math.min(afternoon ? 1080 : 750, home);
					return (morning || afternoon) && from < to ? [from, to] : null;
				}),
				freeFrom: null,
				rests: cellsOf(cells, 'break')
					.filter(([, { team }]) => team === letter)
					.map(([, { date, from, to }]): [number, number, number] => [dates.indexOf(date), from, to])
			}
		};
	});
	return {
		...ground.problem,
		teams: crewed.map(({ team }) => team),
		companies: ground.problem.companies.map((company) => ({
			...company,
			excludes: crewed
				.filter(
					({ crew, members }) =>
						company.id === 'c3' &&
						(members.includes('p0') || [crew.accompanistId, crew.driverId].includes('g1'))
				) // prettier-ignore
				.map(({ team }) => team.id)
		}))
	};
}

const names = {
	team: (id: string) => `l’équipe ${id}`,
	company: (id: string) => id,
	day: (index: number) => dates[index]!,
	person: (id: string) => id,
	halfDay: (key: string) => key
};
const sorted = (list: readonly unknown[]) => list.map((one) => JSON.stringify(one)).sort();

/** What must be true of the table whatever was done, and what it shows. */
function check(cells: Cells): void {
	expect(teamsIn(cells)).toEqual(teams);
	expect(cellsOf(cells, 'person').map(([id]) => id).sort()).toEqual(people); // prettier-ignore
	const crews = cellsOf(cells, 'crew').map(([, crew]) => crew);
	for (const ids of [
		crews.map((crew) => crew.vehicleId),
		crews.flatMap((crew) => [crew.accompanistId, crew.driverId])
	]) {
		// prettier-ignore
		const taken = ids.filter((id) => id !== null);
		expect(new Set(taken).size).toBe(taken.length);
	}

	const plan = handPlanOf(cells, dates);
	const judgement = judge(ground, plan);
	const shown = troublesOf(judgement, plan, names);
	const refused = verify(expected(cells), bare(plan.visits)).filter(isBroken);
	expect(sorted(judgement.violations)).toEqual(sorted(refused));
	const keys = shown.map(({ key }) => key);
	for (const violation of refused) {
		const trouble = shown.find(({ key }) => key === JSON.stringify(violation));
		expect(trouble).toMatchObject({ weight: 'broken' });
		expect(trouble!.visits.length + trouble!.teams.length).toBeGreaterThan(0);
	}
	// Teams: seats and accompanists counted here once more.
	for (const [index, letter] of teams.entries()) {
		const crew = cell(cells, 'crew', letter)!;
		const size = cellsOf(cells, 'person').filter(([, { team }]) => team === letter).length;
		const drives = crew.accompanistId === 'g3' ? false : crew.accompanistId === null ? undefined : true;
		const aboard = size + (crew.driverId !== null || drives === false ? 2 : 1);
		const told = (kind: string) => keys.some((key) => key.includes(`"${kind}"`) && key.includes(`"team":${index},`) || key === JSON.stringify({ kind, team: index })); // prettier-ignore
		expect(told('seats-short')).toBe(crew.vehicleId !== null && aboard > seats[crew.vehicleId]!);
		expect(told('no-vehicle')).toBe(crew.vehicleId === null);
		expect(told('no-accompanist')).toBe(crew.accompanistId === null);
		expect(told('team-size')).toBe(size < 3 || size > 8);
	}
}

test('two people who would rather ride apart are not together for being in no team', () => {
	const out = { ...start, 'person:p3': { team: null }, 'person:p4': { team: null } } as Cells;
	const shown = troublesOf(judge(ground, handPlanOf(out, dates)), handPlanOf(out, dates), names);
	expect(shown.filter(({ key }) => key.includes('apart-broken'))).toEqual([]);
	const together = { ...start, 'person:p4': { team: 'A' } } as Cells;
	const told = troublesOf(judge(ground, handPlanOf(together, dates)), handPlanOf(together, dates), names);
	expect(told.filter(({ key }) => key.includes('apart-broken'))).toHaveLength(1);
});

test('whatever is done, undone and redone, what is shown is what the checker refuses', () => {
	const met = new Set<string>();
	fc.assert(
		fc.property(fc.array(aStep, { maxLength: 25 }), (steps) => {
			let cells = start;
			const journal: MadeEdit[] = [];
			check(cells);
			for (const step of steps) {
				const last = step.does === 'edit' ? null : stacksOf(journal, step.who)[step.does].at(-1);
				if (step.does !== 'edit' && !last) continue;
				const changes = step.does === 'edit' ? changesOf(cells, step.edit) : step.does === 'undo' ? changesToUndo(last!) : changesToRedo(last!); // prettier-ignore
				const next = applied(cells, changes);
				if (!next.ok || changes.length === 0) continue;
				cells = next.value;
				const kind = step.does === 'edit' ? step.edit.kind : step.does;
				met.add(kind);
				journal.push({ number: journal.length + 1, kind, changes, of: last?.number ?? null, by: step.who, byId: step.who, at: new Date(0) }); // prettier-ignore
				check(cells);
			}
			for (const { kind } of judge(ground, handPlanOf(cells, dates)).violations) met.add(kind);
		}),
		{ numRuns: 150 }
	);
	// The draw has met every gesture, and what breaks and seats can break.
	for (const kind of [
		'put-break',
		'set-crew',
		'move-person',
		'undo',
		'redo',
		'rest-on-visit',
		'not-received',
		'too-short',
		'away',
		'hours'
	])
		// prettier-ignore
		expect([...met]).toContain(kind);
});
