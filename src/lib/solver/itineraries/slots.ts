import type { Model } from '../model';

/** The starts offered, numbered: a route is a list of these numbers. */
export interface Slots {
	count: number;
	/** By slot: index of the company, of the day, and minutes since midnight. */
	company: Int32Array;
	day: Int32Array;
	start: Int32Array;
	/** `of[company][day]`: its slots, by hour. */
	of: number[][][];
}

export function slotsOf({ starts }: Model): Slots {
	const all = starts.flatMap((days, company) =>
		days.flatMap((minutes, day) => minutes.map((start) => ({ company, day, start })))
	);
	let next = 0;
	return {
		count: all.length,
		company: Int32Array.from(all, ({ company }) => company),
		day: Int32Array.from(all, ({ day }) => day),
		start: Int32Array.from(all, ({ start }) => start),
		of: starts.map((days) => days.map((minutes) => minutes.map(() => next++)))
	};
}
