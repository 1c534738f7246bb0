import { applied, cellsOf } from '$lib/domain/draft/cells';
import { changesOf } from '$lib/domain/draft/edits';
import type { DraftTable } from './draft-table.svelte';

/** Edits judged beforehand: after so many the browser has made its quick code of them. */
const TIMES = 6;
/** Where a browser does not tell when it has nothing to do, so long between two, milliseconds. */
const APART = 150;

/**
 * Judges a few edits that nobody makes, one at a time, while nothing is asked of the page: the first edit that somebody
 * makes then finds the judging warm. What it spares is not measured yet (docs/bench.md). Shows nothing and keeps nothing. Gives what stops it.
 */
export function warmUp(table: DraftTable): () => void {
	const { cells } = table;
	const visits = cellsOf(cells, 'visit');
	let done = 0;
	let stop = () => {};
	const next = () => {
		const [visit, { team, date, start }] = visits[(done * 7) % visits.length]!;
		const moved = applied(
			cells,
			changesOf(cells, { kind: 'move-visit', visit, team, date, start: start + 5 })
		);
		if (moved.ok) table.weigh(moved.value);
		if (++done < TIMES) stop = whenIdle(next);
	};
	if (visits.length > 0) stop = whenIdle(next);
	return () => stop();
}

function whenIdle(then: () => void): () => void {
	if (typeof requestIdleCallback !== 'function') {
		const timer = setTimeout(then, APART);
		return () => clearTimeout(timer);
	}
	const asked = requestIdleCallback(then);
	return () => cancelIdleCallback(asked);
}
