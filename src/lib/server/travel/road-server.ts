import type { OutsideFault } from '$lib/domain/outside';
import type { Position } from '$lib/domain/rally';
import type { Result } from '$lib/domain/result';
import type { RoadServerKind } from '$lib/domain/road-time';

/** What a road server says of the ways from some points to others. Null: it knows no way, or does not say. */
export interface RoadTable {
	seconds: (number | null)[][];
	metres: (number | null)[][];
	/** From each point to the road it was put on, metres. */
	snapFrom: (number | null)[];
	snapTo: (number | null)[];
}

/** A server of road times that somebody runs; which one is a setting. */
export interface RoadServer {
	kind: RoadServerKind;
	/** Shown on screen: who is asked. */
	host: string;
	/** Most points of one square question; a larger rally is cut into blocks of `BLOCK` × `BLOCK`. */
	mostTogether: number;
	table(
		from: readonly Position[],
		to: readonly Position[],
		signal?: AbortSignal
	): Promise<Result<RoadTable, OutsideFault>>;
}

/** Half of the 100 points that public servers take at once. */
export const BLOCK = 50;

/** A metre is enough: the places of a rally are sent no finer than this. */
export const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
