import type { Dossier } from '$lib/domain/dossier';
import { farWords, isOwn, roadFaultWords, type RoadServerKind } from '$lib/domain/road-time';
import type { LegSource } from '$lib/geo/travel-times';
import type { Db } from '../../db/client';
import type { RoadTimeRow } from '../../db/repositories/road-times';
import { readRoads } from './read-travel';

/** One way, in one direction, and where its time comes from. */
export interface Way {
	minutes: number;
	source: LegSource;
	/** Whole metres: by road when routed, as the crow flies otherwise. */
	metres: number;
	/** What the road server answered, even where a typed time hides it. */
	answered: { server: RoadServerKind; at: Date } | null;
	/** Why its last try failed, in French, and since when; `own`: it is about this way, not about the service. */
	fault: { says: string; since: Date; own: boolean } | null;
}

export interface Leg {
	/** The place at the other end. */
	id: string;
	there: Way;
	back: Way;
}

/** Ways that the road server gives no time for, all for the same reason. */
export interface Failing {
	/** The place that is the reason, when one is. */
	place: string | null;
	says: string;
	since: Date;
	/** Estimates stand in for all of them, or an older answer for some. */
	pairs: { from: string; to: string; estimated: boolean }[];
}

export interface Legs {
	/** Every place of the rally: the meeting point, then the companies that have a position. */
	ids: string[];
	from: string | null;
	/** From that place, the nearest first. */
	legs: Leg[];
	counts: Record<LegSource, number>;
	/** Pairs the road server was never asked about, where they stand now. */
	unasked: number;
	failing: Failing[];
	/** Changes with every time typed: a form that was saved starts anew. */
	typedMark: string;
}

/** What the page of road times shows: the ways from one place, and what is to be known of all of them. */
export async function readLegs(
	db: Db,
	dossier: Pick<Dossier, 'rally' | 'companies'>,
	asked: string
): Promise<Legs> {
	const { matrix, rows, typed } = await readRoads(db, dossier);
	const { ids, legs } = matrix;
	const rowOf = new Map(rows.map((row) => [`${row.fromPlace} ${row.toPlace}`, row]));
	const counts = { estimated: 0, routed: 0, typed: 0 };
	legs.forEach((row, i) => row.forEach((leg, j) => i !== j && counts[leg.source]++));

	const way = (i: number, j: number): Way => {
		const row = rowOf.get(`${ids[i]} ${ids[j]}`);
		const answered = row?.server && row.answeredAt ? { server: row.server, at: row.answeredAt } : null;
		const fault = row?.fault
			? { says: roadFaultWords(row.fault), since: row.faultSince!, own: isOwn(row.fault) }
			: null;
		return { ...legs[i]![j]!, answered, fault };
	};
	const here = Math.max(0, ids.indexOf(asked));
	return {
		ids,
		from: ids[here] ?? null,
		legs: ids
			.flatMap((id, j) => (j === here ? [] : [{ id, there: way(here, j), back: way(j, here) }]))
			.sort((a, b) => a.there.minutes - b.there.minutes),
		counts,
		unasked: Math.max(0, ids.length * (ids.length - 1) - rows.length),
		failing: failingOf(rows),
		typedMark: typed.map(({ from, to, minutes }) => `${from} ${to} ${minutes}`).join()
	};
}

function failingOf(rows: RoadTimeRow[]): Failing[] {
	const groups = new Map<string, Failing>();
	for (const { fault, faultSince, fromPlace, toPlace, seconds } of rows) {
		if (!fault) continue;
		// A place far from any road is one reason, however many ways lead to it.
		const place = fault.code !== 'far-snap' ? null : fault.end === 'from' ? fromPlace : toPlace;
		const key = place ?? JSON.stringify(fault);
		const says = fault.code === 'far-snap' ? farWords(fault.metres) : roadFaultWords(fault);
		const group = groups.get(key) ?? { place, says, since: faultSince!, pairs: [] };
		if (faultSince! < group.since) group.since = faultSince!;
		group.pairs.push({ from: fromPlace, to: toPlace, estimated: seconds === null });
		groups.set(key, group);
	}
	return [...groups.values()].sort((a, b) => b.pairs.length - a.pairs.length);
}
