import { Random } from '../lib/solver/random';
import { readProblem, type Problem, type ProblemInput } from '../lib/solver/problem';

interface Size {
	name: string;
	teams: number;
	companies: number;
	/** Half-days: [start, end, lunch at the end or not]. Minutes. */
	days: { start: number; end: number; lunch: boolean }[];
	visits: [number, number];
	sectors: number;
}

const wholeDay = { start: 510, end: 1050, lunch: true };
const morning = { start: 510, end: 735, lunch: false };
const afternoon = { start: 795, end: 1050, lunch: false };

/** Sizes of real rallies that no file of ours holds; places and hours are invented, drawn from a seed. */
export const sizes: Size[] = [
	{ name: 'orleans', teams: 28, companies: 56, days: [morning, afternoon, morning, afternoon, morning], visits: [8, 10], sectors: 3 }, // prettier-ignore
	{ name: 'reseau', teams: 48, companies: 140, days: [wholeDay, wholeDay], visits: [6, 8], sectors: 3 }
];

/** A rally of that size over about 20 km: companies scattered, one start an hour on some half-days. */
export function problemOfSize(
	{ name, teams, companies, days, visits, sectors }: Size,
	seed: number
): Problem {
	const random = new Random(seed);
	const places = Array.from({ length: companies + 1 }, (_, i) =>
		i === 0 ? [10, 10] : [random.next() * 20, random.next() * 20]
	) as [number, number][];
	const minutes = ([ax, ay]: [number, number], [bx, by]: [number, number]) =>
		Math.round(3 + Math.hypot(ax - bx, ay - by) * 1.6 + random.next() * 2);
	const input: ProblemInput = {
		format: 'equipage-problem/1',
		name: `${name}-${seed}`,
		days: days.map(({ start, end, lunch }) => ({
			start,
			end,
			from: 0,
			to: 0,
			maxVisits: lunch ? 4 : 2,
			lunch: lunch ? { from: 705, to: 840, minutes: 60 } : null
		})),
		travel: places.map((a, i) => places.map((b, j) => (i === j ? 0 : minutes(a, b)))),
		buffer: 5,
		companies: Array.from({ length: companies }, (_, i) => {
			const length = random.below(2) === 0 ? 60 : 75;
			return {
				id: `E${i + 1}`,
				place: i + 1,
				sector: `S${random.below(9)}`,
				minutes: length,
				starts: days.flatMap(({ start, end }, day) =>
					random.next() < 0.25
						? []
						: Array.from({ length: Math.floor((end - start) / 75) }, (_, k): [number, number] => [
								day,
								start + 30 + k * 75
							]).filter(([, at]) => at + length <= end)
				),
				teamsAtOnce: 1 + random.below(2),
				people: 12,
				visits: [1, 8] as [number, number],
				turnaround: 0,
				hiring: random.below(3) === 0
			};
		}),
		teams: Array.from({ length: teams }, (_, i) => ({ id: `T${i + 1}`, size: 4 + (i % 3) })),
		rules: { visits, visitsPerDay: 1, sectors, spread: 1 }
	};
	const read = readProblem(input);
	if (!read.ok) throw new Error(JSON.stringify(read.error));
	return read.value;
}

/** A known problem with every start replaced by a window on a grid of 15 minutes, on the half-days it offered. */
export function withWideWindows(problem: Problem): Problem {
	return {
		...problem,
		name: `${problem.name}-larges`,
		companies: problem.companies.map((company) => ({
			...company,
			starts: problem.days.flatMap((_, day) => {
				const own = company.starts.filter(([on]) => on === day).map(([, start]) => start);
				const window = (from: number, to: number): [number, number][] =>
					Array.from({ length: Math.max(0, Math.floor((to - company.minutes - from) / 15) + 1) }, (_, i) => [
						day,
						from + i * 15
					]);
				return [
					...(own.some((start) => start < 720) ? window(540, 735) : []),
					...(own.some((start) => start >= 720) ? window(795, 1020) : [])
				];
			})
		}))
	};
}
