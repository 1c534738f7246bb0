import type { Problem } from '../problem';

/** A rest in a team's day, minutes since midnight: the team neither rides, eats nor visits meanwhile. */
export type Rest = readonly [from: number, to: number];

/** The rests that somebody put in that team's day. */
export const restsOf = ({ teams }: Problem, team: string, day: number): Rest[] =>
	(teams.find(({ id }) => id === team)?.rests ?? [])
		.filter(([on]) => on === day)
		.map(([, from, to]): Rest => [from, to])
		.sort((a, b) => a[0] - b[0]);

/** The first minute from `since` on at which so many minutes follow each other without a rest. */
export function soonest(rests: readonly Rest[], since: number, minutes: number): number {
	let at = since;
	// In the order of their beginnings, one passed is never met again.
	for (const [from, to] of rests) if (at < to && at + minutes > from) at = to;
	return at;
}

/** The last minute at which so many minutes begin, without a rest, and are over by `until`. */
export function latest(rests: readonly Rest[], until: number, minutes: number): number {
	let at = until - minutes;
	for (const [from, to] of [...rests].sort((a, b) => b[1] - a[1]))
		if (at < to && at + minutes > from) at = from - minutes;
	return at;
}

/** Minutes of rest between two minutes, those of two rests at once counted once. `rests` in the order they begin. */
export function restedBetween(rests: readonly Rest[], since: number, until: number): number {
	let [at, minutes] = [since, 0];
	for (const [from, to] of rests) {
		const end = Math.min(to, until);
		minutes += Math.max(0, end - Math.max(from, at));
		at = Math.max(at, end);
	}
	return minutes;
}
