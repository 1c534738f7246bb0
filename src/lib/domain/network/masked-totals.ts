import { hiddenOf, isSafe, maskBreakdown } from '../figures/mask';
import type { Breakdown } from '../figures/rally-figures';

export interface MaskedTotals {
	/** People told apart, all bilans together; null when it is itself too small. */
	population: number | null;
	/** Bilans that told them apart, out of those received. */
	bilans: number;
	parts: { key: string; label: string; count: number | null }[];
	unknown: number | null;
}

const UNKNOWN = ' unknown';

/**
 * Parts added up over bilans. Each bilan is read on its own page, small parts hidden: a total is hidden as well when
 * taking away what is read there would say a group that is hidden, or when the totals would say each other.
 */
export function maskedTotals(breakdowns: readonly Breakdown[], overlapping: boolean): MaskedTotals {
	const labels = new Map<string, string>();
	const cells = new Map<string, { count: number; hidden: boolean }[]>([[UNKNOWN, []]]);
	for (const breakdown of breakdowns) {
		const masked = maskBreakdown(breakdown, overlapping);
		breakdown.parts.forEach(({ key, label, count }, at) => {
			labels.set(key, label);
			const own = cells.get(key) ?? [];
			cells.set(key, [...own, { count, hidden: masked.parts[at]!.count === null }]);
		});
		cells.get(UNKNOWN)!.push({ count: breakdown.unknown, hidden: masked.unknown === null });
	}
	const keys = [...labels.keys(), UNKNOWN];
	const totals = keys.map((key) => sum(cells.get(key)!.map(({ count }) => count)));
	const behind = keys.map((key) => cells.get(key)!.flatMap(({ count, hidden }) => (hidden ? [count] : [])));
	const hidden = hiddenOf(totals, !overlapping);
	behind.forEach((counts, at) => {
		if (counts.length > 0 && !isSafe(counts)) hidden.add(at);
	});
	const isUnsafe = () =>
		hidden.size > 0 &&
		(!isSafe([...hidden].map((at) => totals[at]!)) ||
			!isSafeOrNone([...hidden].flatMap((at) => behind[at]!)));
	while (!overlapping && isUnsafe() && hidden.size < keys.length) {
		const left = keys.map((_, at) => at).filter((at) => !hidden.has(at));
		const next = Math.min(...left.map((at) => totals[at] || Infinity));
		for (const at of left) if (next === Infinity || totals[at] === next) hidden.add(at);
	}
	const shown = (at: number) => (hidden.has(at) ? null : totals[at]!);
	const population = sum(breakdowns.map((one) => one.population));
	const silent = breakdowns.filter((one) => maskBreakdown(one, overlapping).population === null);
	return {
		// A bilan whose population is hidden would be told by taking the others away.
		population:
			population > 0 && hiddenOf([population], true).size > 0
				? null
				: silent.length > 0 && !isSafe(silent.map((one) => one.population))
					? null
					: population,
		bilans: breakdowns.length,
		parts: [...labels].map(([key, label], at) => ({ key, label, count: shown(at) })),
		unknown: shown(keys.length - 1)
	};
}

const isSafeOrNone = (counts: readonly number[]) => counts.length === 0 || isSafe(counts);
const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
