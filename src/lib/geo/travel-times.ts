import type { Position, Terrain } from '$lib/domain/rally';
import { crowFlies } from './crow-flies';

export type { Terrain };

/** Where a time comes from: our formula, the organizer's own knowledge, or a router. */
export type LegSource = 'estimated' | 'typed' | 'routed';

export interface Leg {
	/** Door to door, whole minutes. */
	minutes: number;
	source: LegSource;
	/** Whole metres: as the crow flies when estimated or typed, by road when routed. */
	metres: number;
}

export interface LocatedPlace {
	id: string;
	position: Position;
}

/** What an organizer knows better than the formula, in one direction only. */
export interface TypedTime {
	from: string;
	to: string;
	minutes: number;
}

/** `legs[i][j]` goes from `ids[i]` to `ids[j]`: directed, since roads are (measured: 10 % apart at p90). */
export interface TravelMatrix {
	ids: string[];
	legs: Leg[][];
	/** The same times, bare, as the solver reads them. */
	minutes: number[][];
}

/**
 * Median minutes by car for d crow-fly kilometres, `factor · d^power`, fitted on real matrices:
 * plain on IGN isochrones around Metz, the others on openrouteservice in the Grenoble basin.
 * One constant speed cannot fit: 1.3 × d at 50 km/h is over 10 minutes short on a third of trips.
 */
const models: Record<Terrain, { factor: number; power: number }> = {
	plain: { factor: 2.65, power: 0.78 },
	valley: { factor: 5.37, power: 0.6 },
	mixed: { factor: 6.96, power: 0.59 },
	mountain: { factor: 4.19, power: 0.84 }
};

/** With it, a day of five legs is over 10 minutes short on 3 % of days; without, on 29 %. */
const SAFETY = 1.25;
/** Getting in, out and onto the road, minutes: also between two places at the same point. */
export const SHORTEST_LEG = 5;

/**
 * Estimated minutes by car between two distinct places `metres` apart as the crow flies, without parking, on a road
 * that takes `rushPercent` longer than it usually does.
 */
export function estimatedMinutes(metres: number, terrain: Terrain, rushPercent = 0): number {
	const { factor, power } = models[terrain];
	const driven = factor * (metres / 1000) ** power * SAFETY;
	return Math.max(SHORTEST_LEG, Math.ceil((driven * (100 + rushPercent)) / 100));
}

interface Estimate {
	terrain: Terrain;
	/** Minutes to park and reach the door, added once to each estimated leg, at its arrival. */
	parkingMinutes?: number;
	/** How much longer every road is reckoned, per cent. */
	rushPercent?: number;
}

/**
 * The directed times between `places`. A typed time is taken as it is (rounded up, parking included by whoever
 * typed it) from `from` to `to` and says nothing of the way back; one about a place that is not listed, or from a
 * place to itself, is left aside.
 */
export function travelMatrix(
	input: Estimate & { places: readonly LocatedPlace[]; typed: readonly TypedTime[] }
): TravelMatrix {
	return withTyped(estimate(input.places, input), input.typed);
}

/** What a road server said of one way, in one direction. */
export interface RoutedTime {
	from: string;
	to: string;
	seconds: number;
	metres: number | null;
}

/**
 * A matrix corrected by a road server's times. They are those of an empty road: the margin makes up for it, and no
 * leg is shorter than getting in and out.
 */
export function withRouted(
	matrix: TravelMatrix,
	routed: readonly RoutedTime[],
	{
		marginPercent,
		parkingMinutes,
		rushPercent = 0
	}: { marginPercent: number; parkingMinutes: number; rushPercent?: number }
): TravelMatrix {
	const index = new Map(matrix.ids.map((id, i) => [id, i]));
	const legs = matrix.legs.map((row) => [...row]);
	for (const { from, to, seconds, metres } of routed) {
		const row = legs[index.get(from) ?? -1];
		const leg = row?.[index.get(to) ?? -1];
		if (!row || !leg || from === to) continue;
		// Tenths of a second first: 600 s and 30 % are 13 minutes, not 13 and a rounding error.
		const tenths = (seconds * (100 + marginPercent) * (100 + rushPercent)) / 1000;
		const driven = Math.ceil(Math.round(tenths) / 600);
		const minutes = Math.max(SHORTEST_LEG, driven) + Math.ceil(parkingMinutes);
		row[index.get(to)!] = { minutes, source: 'routed', metres: Math.round(metres ?? leg.metres) };
	}
	return matrixOf(matrix.ids, legs);
}

/** Any provider's matrix, corrected by what was typed. */
export function withTyped(matrix: TravelMatrix, typed: readonly TypedTime[]): TravelMatrix {
	const index = new Map(matrix.ids.map((id, i) => [id, i]));
	const legs = matrix.legs.map((row) => [...row]);
	for (const { from, to, minutes } of typed) {
		if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`${from} → ${to}: ${minutes} minutes`);
		const row = legs[index.get(from) ?? -1];
		const leg = row?.[index.get(to) ?? -1];
		if (!row || !leg || from === to) continue;
		row[index.get(to)!] = { ...leg, minutes: Math.ceil(minutes), source: 'typed' };
	}
	return matrixOf(matrix.ids, legs);
}

function estimate(
	places: readonly LocatedPlace[],
	{ terrain, parkingMinutes = 0, rushPercent = 0 }: Estimate
): TravelMatrix {
	const ids = places.map((place) => place.id);
	if (new Set(ids).size !== ids.length) throw new Error('A place is listed twice.');
	const legs = places.map((from) =>
		places.map((to): Leg => {
			if (from.id === to.id) return { minutes: 0, source: 'estimated', metres: 0 };
			const metres = crowFlies(from.position, to.position);
			const minutes = estimatedMinutes(metres, terrain, rushPercent) + Math.ceil(parkingMinutes);
			return { minutes, source: 'estimated', metres: Math.round(metres) };
		})
	);
	return matrixOf(ids, legs);
}

const matrixOf = (ids: string[], legs: Leg[][]): TravelMatrix => ({
	ids,
	legs,
	minutes: legs.map((row) => row.map((leg) => leg.minutes))
});
