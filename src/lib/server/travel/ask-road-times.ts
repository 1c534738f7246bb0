import { isPassing, type OutsideFault } from '$lib/domain/outside';
import { err, type Result } from '$lib/domain/result';
import { FARTHEST_SNAP, type RoadFault } from '$lib/domain/road-time';
import { crowFlies } from '$lib/geo/crow-flies';
import type { LocatedPlace } from '$lib/geo/travel-times';
import { BLOCK, type RoadServer, type RoadTable } from './road-server';

export interface AskedPair {
	from: LocatedPlace;
	to: LocatedPlace;
	answer: { ok: true; seconds: number; metres: number | null } | { ok: false; fault: RoadFault };
}

/** One question: from some places to others. The same list twice is a square one. */
interface Block {
	from: readonly LocatedPlace[];
	to: readonly LocatedPlace[];
}

interface Ways {
	/** Pairs to ask about; a block without one is not asked. */
	wanted: (from: LocatedPlace, to: LocatedPlace) => boolean;
	/** Given each block's pairs as they come, so that what was answered is kept whatever follows. */
	keep: (pairs: AskedPair[]) => Promise<void>;
	/** Milliseconds for all blocks together. */
	limit?: number;
	signal?: AbortSignal;
}

/** Nothing on four wheels is faster over the crow's way: metres a second. */
const FASTEST = 130 / 3.6;
/** Below it, no time at all is believable: two doors of one square. */
const NEXT_DOOR = 300;

/**
 * Asks a server for the times between places, in blocks. A server that is slow, away or broken is asked no further:
 * the pairs left get the same fault at once, and nobody waits for each of them.
 */
export async function askRoadTimes(
	server: RoadServer,
	places: readonly LocatedPlace[],
	{ wanted, keep, limit = 300_000, signal }: Ways
): Promise<void> {
	const blocks = blocksOf(places, server.mostTogether);
	const started = performance.now();
	let gaveUp: OutsideFault | null = null;
	for (let block = blocks.shift(); block && !signal?.aborted; block = blocks.shift()) {
		const pairs = pairsOf(block, wanted);
		if (pairs.length === 0) continue;
		if (performance.now() - started > limit) gaveUp ??= { code: 'timeout', seconds: limit / 1000 };
		const answer: Result<RoadTable, OutsideFault> = gaveUp ? err(gaveUp) : await ask(server, block, signal);
		if (signal?.aborted) return;
		if (!answer.ok && answer.error.code === 'too-big' && block.from.length + block.to.length > 4) {
			blocks.unshift(...cut(block));
			continue;
		}
		if (!answer.ok && concernsAll(answer.error)) gaveUp = answer.error;
		await keep(pairs.map(([i, j]) => judged(block, i, j, answer)));
	}
}

/** A refusal may be about the points of one block; the rest is about the server. */
const concernsAll = (fault: OutsideFault) =>
	isPassing(fault) || fault.code === 'key-refused' || fault.code === 'unreadable';

function ask(server: RoadServer, { from, to }: Block, signal?: AbortSignal) {
	const starts = from.map(({ position }) => position);
	return server.table(starts, from === to ? starts : to.map(({ position }) => position), signal);
}

export function blocksOf(places: readonly LocatedPlace[], mostTogether: number): Block[] {
	if (places.length <= mostTogether) return [{ from: places, to: places }];
	const parts = Array.from({ length: Math.ceil(places.length / BLOCK) }, (_, i) =>
		places.slice(i * BLOCK, (i + 1) * BLOCK)
	);
	return parts.flatMap((from) => parts.map((to) => ({ from, to })));
}

/** The same ways in smaller questions, for a server that takes fewer points than usual. */
function cut({ from, to }: Block): Block[] {
	const half = (list: readonly LocatedPlace[]) => {
		const middle = Math.ceil(list.length / 2);
		return [list.slice(0, middle), list.slice(middle)];
	};
	if (from === to) {
		const parts = half(from);
		return parts.flatMap((a) => parts.map((b) => ({ from: a, to: b })));
	}
	return from.length >= to.length
		? half(from).map((part) => ({ from: part, to }))
		: half(to).map((part) => ({ from, to: part }));
}

const pairsOf = ({ from, to }: Block, wanted: Ways['wanted']): [number, number][] =>
	from.flatMap((a, i) =>
		to.flatMap((b, j): [number, number][] => (a.id !== b.id && wanted(a, b) ? [[i, j]] : []))
	);

function judged(block: Block, i: number, j: number, answer: Result<RoadTable, OutsideFault>): AskedPair {
	const [from, to] = [block.from[i]!, block.to[j]!];
	const fault = answer.ok ? doubt(answer.value, i, j, crowFlies(from.position, to.position)) : answer.error;
	if (fault) return { from, to, answer: { ok: false, fault } };
	const { seconds, metres } = (answer as { value: RoadTable }).value;
	return { from, to, answer: { ok: true, seconds: seconds[i]![j]!, metres: metres[i]![j]! } };
}

/** What is wrong with one cell of a table. « Ok » and a plausible time prove nothing: only the snapping tells. */
function doubt(table: RoadTable, i: number, j: number, metres: number): RoadFault | null {
	const [start, end, seconds] = [table.snapFrom[i] ?? 0, table.snapTo[j] ?? 0, table.seconds[i]![j]!];
	if (start > FARTHEST_SNAP) return { code: 'far-snap', end: 'from', metres: Math.round(start) };
	if (end > FARTHEST_SNAP) return { code: 'far-snap', end: 'to', metres: Math.round(end) };
	if (seconds === null) return { code: 'no-route' };
	return metres > NEXT_DOOR && seconds < metres / FASTEST ? { code: 'implausible' } : null;
}
