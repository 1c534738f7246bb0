import type { FormedTeam, Level, TeamFormingProblem } from '$lib/solver/teams/form-teams';
import { levelsOf } from '$lib/solver/teams/verify/levels';

/**
 * The best value of every level, in their order, over every way to form teams, or over those that `among` accepts: for a
 * handful of people.
 */
export function bestByBruteForce(
	problem: TeamFormingProblem,
	order: readonly Level[],
	wanted: number,
	among: (groups: readonly string[][]) => boolean = () => true
): number[] {
	const ids = problem.participants.map(({ id }) => id);
	const from = Math.ceil(ids.length / problem.size.max);
	const to = Math.max(from, 1, Math.floor(ids.length / problem.size.min));
	const known = new Map<string, number[]>();
	const valuesOf = (team: FormedTeam): number[] => {
		const key = JSON.stringify(team);
		if (!known.has(key)) {
			const values = levelsOf(problem, [team], wanted);
			known.set(key, order.map((name) => values[name])); // prettier-ignore
		}
		return known.get(key)!;
	};
	let best: number[] | null = null;

	/** Gives a crew to each group from `at` on. */
	const crew = (groups: string[][], at: number, taken: ReadonlySet<string>, sofar: number[]): void => {
		if (at === groups.length) {
			const values = order.map((name, i) =>
				name === 'teams' ? Math.abs(groups.length - wanted) : sofar[i]!
			);
			if (best === null || less(values, best)) best = values;
			return;
		}
		for (const { vehicle, accompanist, driver } of crews(problem, taken)) {
			const values = valuesOf({ members: groups[at]!, vehicle, accompanist, driver });
			const next = new Set([...taken, ...[vehicle, accompanist, driver].filter((id) => id !== null)]);
			crew(groups, at + 1, next, sofar.map((value, i) => order[i] === 'weakest' ? Math.max(value, values[i]!) : value + values[i]!)); // prettier-ignore
		}
	};
	const group = (at: number, groups: string[][]): void => {
		if (at === ids.length) {
			if (groups.length >= from && groups.length <= to && among(groups)) crew(groups, 0, new Set(), order.map(() => 0)); // prettier-ignore
			return;
		}
		for (const one of groups) {
			one.push(ids[at]!);
			group(at + 1, groups);
			one.pop();
		}
		if (groups.length === to) return;
		groups.push([ids[at]!]);
		group(at + 1, groups);
		groups.pop();
	};
	group(0, []);
	return best ?? order.map(() => 0);
}

function crews({ vehicles, accompanists }: TeamFormingProblem, taken: ReadonlySet<string>) {
	const free = <T extends { id: string }>(list: T[]) => list.filter(({ id }) => !taken.has(id));
	return [null, ...free(vehicles)].flatMap((vehicle) =>
		[null, ...free(accompanists)].flatMap((accompanist) => {
			const drivers =
				accompanist && !accompanist.drives ? free(accompanists).filter(({ drives }) => drives) : [];
			return [null, ...drivers].map((driver) => ({
				vehicle: vehicle?.id ?? null,
				accompanist: accompanist?.id ?? null,
				driver: driver?.id ?? null
			}));
		})
	);
}

const less = (a: readonly number[], b: readonly number[]): boolean => {
	const at = a.findIndex((value, i) => value !== b[i]);
	return at >= 0 && a[at]! < b[at]!;
};
