import type { Breakdown } from './rally-figures';

/** A group smaller than this is not told where figures leave the organiser: our choice, one number for all. */
export const MASK_FLOOR = 5;

/** `count: null` reads « moins de 5, ou masqué pour qu’on ne le retrouve pas ». */
export interface MaskedPart {
	key: string;
	count: number | null;
}

export const isSmall = (count: number): boolean => count > 0 && count < MASK_FLOOR;

/**
 * Hides the small parts of a population, and as many others as it takes so that nobody finds them by subtraction.
 *
 * `total` is the population printed beside the parts, which must then add up to it (whoever is « non renseigné » is a
 * part like the others); null when no total is printed anywhere, and each part is then hidden on its own.
 *
 * What is hidden, besides the parts from 1 to 4: the next smallest parts, all those of one size together, until at
 * least two are hidden, five people at least are in them, and their sum does not say them all (five parts of one
 * person, two of four). Everything when the population itself is small. Zeros stay, unless nothing else can hide.
 */
export function maskParts(
	parts: readonly { key: string; count: number }[],
	total: number | null
): MaskedPart[] {
	if (total !== null && total !== parts.reduce((sum, { count }) => sum + count, 0))
		throw new RangeError('The parts of a population must add up to it.');
	const hidden = hiddenOf(
		parts.map(({ count }) => count),
		total !== null
	);
	return parts.map(({ key, count }, at) => ({ key, count: hidden.has(at) ? null : count }));
}

/** Places of the counts to hide; `summed` when their sum is known. */
export function hiddenOf(counts: readonly number[], summed: boolean): Set<number> {
	const hidden = placesOf(counts, isSmall);
	if (!summed || hidden.size === 0) return hidden;
	const total = counts.reduce((a, b) => a + b, 0);
	// In so small a population any figure is somebody.
	if (total < MASK_FLOOR || total <= counts.length) return placesOf(counts, () => true);
	while (!isSafe([...hidden].map((at) => counts[at]!))) {
		const left = counts.filter((_, at) => !hidden.has(at));
		if (left.length === 0) break;
		const next = Math.min(...left.map((count) => count || Infinity));
		// All of one size, or the order of the parts would tell which one was small.
		for (const at of placesOf(counts, (count) => count === (next === Infinity ? 0 : next))) hidden.add(at);
	}
	return hidden;
}

/** Whether parts hidden together, their sum being known, leave each of them in doubt. */
export function isSafe(counts: readonly number[]): boolean {
	const sum = counts.reduce((a, b) => a + b, 0);
	if (counts.length < 2 || sum < MASK_FLOOR) return false;
	const allSmall = counts.every(isSmall);
	return !allSmall || (sum > counts.length && sum < counts.length * (MASK_FLOOR - 1));
}

const placesOf = (counts: readonly number[], wanted: (count: number) => boolean): Set<number> =>
	new Set(counts.flatMap((count, at) => (wanted(count) ? [at] : [])));

/**
 * Parts that overlap (statuses): they add up to nothing, but each one and what is left of the population say each
 * other. Part 12 of 14 is hidden as 2 of 14 is.
 */
export const maskOverlapping = (
	parts: readonly { key: string; count: number }[],
	population: number
): MaskedPart[] =>
	parts.map(({ key, count }) => ({
		key,
		count: population < MASK_FLOOR || isSmall(count) || isSmall(population - count) ? null : count
	}));

export interface MaskedBreakdown {
	/** Null under five. */
	population: number | null;
	parts: { key: string; label: string; count: number | null }[];
	unknown: number | null;
}

/** A breakdown of people as it may leave the organiser: its population, its parts and those not known. */
export function maskBreakdown(breakdown: Breakdown, overlapping: boolean): MaskedBreakdown {
	const { population, parts, unknown } = breakdown;
	const rest = { key: ' unknown', count: unknown };
	const masked = overlapping
		? maskOverlapping([...parts, rest], population)
		: maskParts([...parts, rest], population);
	return {
		population: isSmall(population) ? null : population,
		parts: parts.map(({ key, label }, at) => ({ key, label, count: masked[at]!.count })),
		unknown: masked[parts.length]!.count
	};
}

/**
 * A part of a population standing alone (« 9 réponses sur 16 »): hidden when it is small or leaves a small rest.
 * Null also when the population is small itself.
 */
export const maskShare = (count: number, population: number): number | null =>
	maskOverlapping([{ key: '', count }], population)[0]!.count;
