import type { CountedRally } from '../figures/count';
import { known, type Measured } from '../figures/measured';
import type { Breakdown, Part, RallyFigures } from '../figures/rally-figures';
import { addedUp, type PeopleCounts } from './people-counts';

/**
 * What somebody who was erased made in the figures: numbers to add to what is counted without them. Summed over all
 * those erased from one rally, tied to nobody.
 */
export interface KeptCounts {
	figures: Partial<Record<string, { planned: number; done: number }>>;
	breakdowns: Partial<Record<string, Breakdown>>;
	/** How they counted for funders and for the FSE+; absent for those erased before it was kept. */
	people?: PeopleCounts;
}

const number = (one: Measured): number => (one.is === 'value' ? one.value : 0);

/** What `before` counts and `after` no longer does. */
export function lost(before: RallyFigures, after: RallyFigures): KeptCounts {
	const figures: KeptCounts['figures'] = {};
	for (const [key, { planned, done }] of Object.entries(before.figures)) {
		const then = after.figures[key as keyof RallyFigures['figures']];
		const gap = { planned: number(planned) - number(then.planned), done: number(done) - number(then.done) };
		if (gap.planned !== 0 || gap.done !== 0) figures[key] = gap;
	}
	const breakdowns: KeptCounts['breakdowns'] = {};
	for (const [key, was] of Object.entries(before.breakdowns)) {
		if (!was) continue;
		const is = after.breakdowns[key as keyof RallyFigures['breakdowns']] ?? nothing;
		const gap = combined(was, is, -1);
		if (gap.population !== 0 || gap.unknown !== 0 || gap.parts.length > 0) breakdowns[key] = gap;
	}
	return { figures, breakdowns };
}

/** Those of several people together. */
export const together = (some: KeptCounts, more: KeptCounts): KeptCounts => ({
	figures: Object.fromEntries(
		keys(some.figures, more.figures).map((key) => {
			const [a, b] = [some.figures[key], more.figures[key]];
			return [key, { planned: (a?.planned ?? 0) + (b?.planned ?? 0), done: (a?.done ?? 0) + (b?.done ?? 0) }];
		})
	),
	breakdowns: Object.fromEntries(
		keys(some.breakdowns, more.breakdowns).map((key) => [
			key,
			combined(some.breakdowns[key] ?? nothing, more.breakdowns[key] ?? nothing, 1)
		])
	),
	...((some.people ?? more.people) && {
		people: some.people && more.people ? addedUp(some.people, more.people) : (some.people ?? more.people)!
	})
});

/** The figures as if nobody had been erased. The rows behind a figure are those that are left. */
export function withKept(counted: CountedRally, kept: KeptCounts): CountedRally {
	const figures = { ...counted.figures };
	const traces = { ...counted.traces };
	for (const [name, gap] of Object.entries(kept.figures)) {
		const key = name as keyof CountedRally['figures'];
		if (!gap || !figures[key]) continue;
		const both = {
			planned: plus(figures[key].planned, gap.planned),
			done: plus(figures[key].done, gap.done)
		};
		figures[key] = both;
		traces[key] = {
			planned: { ...traces[key].planned, measured: both.planned },
			done: { ...traces[key].done, measured: both.done }
		};
	}
	const breakdowns = { ...counted.breakdowns };
	for (const [name, gap] of Object.entries(kept.breakdowns)) {
		const key = name as keyof CountedRally['breakdowns'];
		if (gap) breakdowns[key] = combined(breakdowns[key] ?? nothing, gap, 1);
	}
	return { ...counted, figures, traces, breakdowns };
}

/** Figures that were frozen, as a count whose rows are gone. */
export const fromMemory = (figures: RallyFigures): CountedRally => ({
	...figures,
	traces: Object.fromEntries(
		Object.entries(figures.figures).map(([key, { planned, done }]) => [
			key,
			{ planned: { measured: planned, rows: [] }, done: { measured: done, rows: [] } }
		])
	) as unknown as CountedRally['traces'],
	parts: Object.fromEntries(Object.keys(figures.breakdowns).map((key) => [key, {}])) as CountedRally['parts']
});

const nothing: Breakdown = { population: 0, parts: [], unknown: 0 };

function combined(one: Breakdown, other: Breakdown, sign: 1 | -1): Breakdown {
	const parts = new Map<string, Part>(one.parts.map((part) => [part.key, part]));
	for (const { key, label, count } of other.parts)
		parts.set(key, { key, label, count: (parts.get(key)?.count ?? 0) + sign * count });
	return {
		population: one.population + sign * other.population,
		parts: [...parts.values()].filter(({ count }) => count !== 0),
		unknown: one.unknown + sign * other.unknown
	};
}

const plus = (measured: Measured, more: number): Measured =>
	more === 0 ? measured : known(number(measured) + more);

const keys = (a: object, b: object): string[] => [...new Set([...Object.keys(a), ...Object.keys(b)])];
