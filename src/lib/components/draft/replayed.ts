import { applied, type CellChange, type CellKey, type Cells } from '$lib/domain/draft/cells';
import { same } from '$lib/domain/records';

/** Whether they say the same, cell by cell. */
export function alike(one: Cells, other: Cells): boolean {
	const keys = Object.keys(one) as CellKey[];
	return (
		keys.length === Object.keys(other).length &&
		keys.every((key) => one[key] === other[key] || (key in other && same(one[key], other[key])))
	);
}

/** Mine on top of what is confirmed; what no longer applies waits for the server's answer. */
export const replayed = (confirmed: Cells, pending: readonly { changes: CellChange[] }[]): Cells =>
	pending.reduce((cells, { changes }) => {
		const next = applied(cells, changes);
		return next.ok ? next.value : cells;
	}, confirmed);
