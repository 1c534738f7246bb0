/**
 * Rests that somebody put in a team's day, as the search reads them: in order, none over another. The independent
 * checker has its own reading (`verify/rests.ts`) and shares nothing with this one; tests hold them to each other.
 */
export type Rests = readonly (readonly [from: number, to: number])[];

export const noRests: Rests = [];

/** Rests as they were put, in order, those that lie over each other made one. */
export function merged(rests: Rests): Rests {
	const whole: [number, number][] = [];
	for (const [from, to] of [...rests].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
		const last = whole.at(-1);
		if (last && from < last[1]) last[1] = Math.max(last[1], to);
		else whole.push([from, to]);
	}
	return whole;
}

/** Whether something that lasts from one minute to another falls over a rest. */
export function overRest(rests: Rests, start: number, end: number): boolean {
	for (let i = 0; i < rests.length; i++) if (rests[i]![0] < end && rests[i]![1] > start) return true;
	return false;
}

/** The first minute from `since` on from which a drive or a meal of so many minutes meets no rest. */
export function freeSince(rests: Rests, since: number, minutes: number): number {
	let at = since;
	for (let i = 0; i < rests.length; i++) {
		const [from, to] = rests[i]!;
		if (from < at + minutes && to > at) at = to;
	}
	return at;
}

/** The last minute at which it may begin, to be over by `until` and meet no rest. */
export function freeUntil(rests: Rests, until: number, minutes: number): number {
	let at = until - minutes;
	for (let i = rests.length - 1; i >= 0; i--) {
		const [from, to] = rests[i]!;
		if (from < at + minutes && to > at) at = from - minutes;
	}
	return at;
}

/** Minutes of rest between two minutes. */
export function restedIn(rests: Rests, since: number, until: number): number {
	let minutes = 0;
	for (let i = 0; i < rests.length; i++)
		minutes += Math.max(0, Math.min(rests[i]![1], until) - Math.max(rests[i]![0], since));
	return minutes;
}
