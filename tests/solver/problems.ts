import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import { readProblem, type Problem, type ProblemInput } from '$lib/solver/problem';

const FOLDER = 'tests/instances/problems';

export function problemOf(input: unknown): Problem {
	const read = readProblem(input);
	if (!read.ok) throw new Error(JSON.stringify(read.error));
	return read.value;
}

/** The problems whose best plan is known, with the comfort it costs. */
export const knownProblems = (): { name: string; problem: Problem; best: number }[] => {
	const best = new Map(
		readFileSync(`${FOLDER}/optimum.tsv`, 'utf8')
			.trim()
			.split('\n')
			.slice(1)
			.map((line) => [line.split('\t')[0]!, Number(line.split('\t')[1])])
	);
	return readdirSync(FOLDER)
		.filter((file) => file.endsWith('.json'))
		.map((file) => file.replace('.json', ''))
		.map((name) => ({
			name,
			problem: problemOf(JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8'))),
			best: best.get(name)!
		}));
};

/** Breaks anywhere in two days, one over another now and then. */
export const someRests: fc.Arbitrary<[number, number, number][]> = fc.array(
	fc
		.tuple(fc.nat(1), fc.integer({ min: 100, max: 190 }), fc.constantFrom(10, 20, 45, 120))
		.map(([day, at, minutes]): [number, number, number] => [day, at * 5, at * 5 + minutes]),
	{ maxLength: 3 }
);

/** The same problem without the breaks put by hand. */
export const restless = (problem: Problem): Problem => ({
	...problem,
	teams: problem.teams.map(({ rests: _, ...team }) => team)
});

/** Small enough to try everything: two teams, up to four companies, two short days. */
export const tinyProblem: fc.Arbitrary<Problem> = fc
	.record({
		companies: fc.array(
			fc.record({
				sector: fc.constantFrom('a', 'b', 'c'),
				minutes: fc.constantFrom(45, 60),
				starts: fc.uniqueArray(fc.tuple(fc.nat(1), fc.constantFrom(540, 600, 660, 780, 840)), {
					maxLength: 3,
					selector: ([day, start]) => `${day} ${start}`
				}),
				teamsAtOnce: fc.constantFrom(1, 2),
				people: fc.constantFrom(4, 8),
				visits: fc.constantFrom<[number, number]>([0, 2], [1, 1], [1, 2]),
				turnaround: fc.constantFrom(0, 30),
				hiring: fc.boolean(),
				excludes: fc.constantFrom<string[]>([], [], [], ['T1'])
			}),
			{ minLength: 1, maxLength: 4 }
		),
		lunch: fc.constantFrom(null, { from: 705, to: 840, minutes: 60 }),
		travel: fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 25, maxLength: 25 }),
		sizes: fc.tuple(fc.constantFrom(3, 5), fc.constantFrom(3, 5)),
		sectors: fc.constantFrom(1, 2),
		away: fc.boolean(),
		tight: fc.constantFrom(0, 0, 3),
		late: fc.constantFrom<[number, number] | null>(null, null, [0, 620]),
		rests: fc.option(fc.tuple(someRests, someRests), { freq: 1 }),
		pins: fc.array(
			fc.record(
				{
					team: fc.constantFrom('T1', 'T2'),
					company: fc.constantFrom('E0', 'E1'),
					day: fc.nat(1),
					start: fc.constantFrom(540, 600, 780),
					order: fc.nat(1)
				},
				{ requiredKeys: [] }
			),
			{ maxLength: 2 }
		),
		announced: fc.option(
			fc.uniqueArray(fc.tuple(fc.constantFrom('T1', 'T2'), fc.nat(3), fc.nat(2)), {
				maxLength: 4,
				selector: ([team, company]) => `${team} ${company}`
			}),
			{ freq: 2 }
		)
	})
	.map((drawn): ProblemInput => {
		const { companies, lunch, travel, sizes, sectors, away, tight, late, rests, pins, announced } = drawn;
		const day = { start: 510, end: 960, from: 0, to: 0, maxVisits: 3, lunch };
		return {
			format: 'equipage-problem/1',
			days: [day, day],
			travel: Array.from({ length: 5 }, (_, a) =>
				Array.from({ length: 5 }, (_, b) => (a === b ? 0 : travel[a * 5 + b]!))
			),
			buffer: 5,
			companies: companies.map((company, i) => ({ ...company, id: `E${i}`, place: i + 1 })),
			teams: [
				{ id: 'T1', size: sizes[0], freeFrom: late, ...(rests && { rests: rests[0] }) },
				{
					id: 'T2',
					size: sizes[1],
					...(away && { hours: [[510, 960], null] as [[number, number], null] }),
					...(rests && { rests: rests[1] })
				}
			],
			rules: { visits: [2, 3], visitsPerDay: 1, sectors, spread: 1 },
			comfort: { tight },
			pins: pins.filter(({ company }) => company === undefined || company < `E${companies.length}`),
			published:
				announced?.flatMap(([team, at, which]) => {
					const company = companies[at];
					const start = company?.starts[which];
					if (!company || !start) return [];
					return [
						{ team, company: `E${at}`, day: start[0], start: start[1], end: start[1] + company.minutes }
					];
				}) ?? null
		};
	})
	.map(problemOf);
