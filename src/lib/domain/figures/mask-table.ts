import { hiddenOf, isSafe, isSmall } from './mask';

export interface MaskedTable {
	cells: (number | null)[][];
	rows: (number | null)[];
	columns: (number | null)[];
	total: number;
}

/**
 * Hides the small cells of a two-way table printed with its margins and its total, and the cells and margins by which
 * they could be found again. Margins are hidden first, as parts of the total; a row or a column whose margin is
 * hidden is hidden whole. Then, line by line, what `maskParts` would hide; last, whatever the equations of several
 * lines together would still say.
 */
export function maskTable(cells: readonly (readonly number[])[]): MaskedTable {
	const height = cells.length;
	const width = cells[0]?.length ?? 0;
	const rows = cells.map((row) => sum(row));
	const columns = Array.from({ length: width }, (_, j) => sum(cells.map((row) => row[j]!)));
	const hiddenRows = hiddenOf(rows, true);
	const hiddenColumns = hiddenOf(columns, true);
	// A line printed as empty says its cells: nothing to hide there.
	const isEmpty = (i: number, j: number) =>
		(rows[i] === 0 && !hiddenRows.has(i)) || (columns[j] === 0 && !hiddenColumns.has(j));
	const hidden = cells.map((row, i) =>
		row.map((count, j) => !isEmpty(i, j) && (isSmall(count) || hiddenRows.has(i) || hiddenColumns.has(j)))
	);
	const grid: Grid = { cells, hidden, hiddenRows, hiddenColumns, height, width, isEmpty };
	while (hideMoreInLines(grid) || hideMoreAround(grid));
	return {
		cells: cells.map((row, i) => row.map((count, j) => (hidden[i]![j] ? null : count))),
		rows: rows.map((count, i) => (hiddenRows.has(i) ? null : count)),
		columns: columns.map((count, j) => (hiddenColumns.has(j) ? null : count)),
		total: sum(rows)
	};
}

interface Grid {
	cells: readonly (readonly number[])[];
	hidden: boolean[][];
	hiddenRows: Set<number>;
	hiddenColumns: Set<number>;
	height: number;
	width: number;
	/** In a line whose printed margin is zero. */
	isEmpty: (i: number, j: number) => boolean;
}

type At = readonly [row: number, column: number];

const sum = (counts: readonly number[]): number => counts.reduce((a, b) => a + b, 0);

const linesOf = ({ height, width, hiddenRows, hiddenColumns }: Grid): At[][] => [
	...Array.from({ length: height }, (_, i) => Array.from({ length: width }, (_, j): At => [i, j])).filter(
		(_, i) => !hiddenRows.has(i)
	),
	...Array.from({ length: width }, (_, j) => Array.from({ length: height }, (_, i): At => [i, j])).filter(
		(_, j) => !hiddenColumns.has(j)
	)
];

/** One more size of cells in each line whose margin would give its hidden cells away. */
function hideMoreInLines(grid: Grid): boolean {
	let changed = false;
	for (const line of linesOf(grid)) {
		const countAt = ([i, j]: At) => grid.cells[i]![j]!;
		const isHidden = ([i, j]: At) => grid.hidden[i]![j]!;
		for (;;) {
			const inside = line.filter(isHidden).map(countAt);
			const left = line.filter((at) => !isHidden(at) && !grid.isEmpty(...at));
			if (inside.length === 0 || left.length === 0 || isSafe(inside)) break;
			const next = Math.min(...left.map((at) => countAt(at) || Infinity));
			const size = next === Infinity ? 0 : next;
			for (const [i, j] of left.filter((at) => countAt(at) === size)) grid.hidden[i]![j] = true;
			changed = true;
		}
	}
	return changed;
}

/** The smallest cell not hidden in the line of a cell that the equations still say; true when there was one. */
function hideMoreAround(grid: Grid): boolean {
	for (let i = 0; i < grid.height; i++)
		for (let j = 0; j < grid.width; j++) {
			if (!grid.hidden[i]![j] || mayVary(grid, [i, j])) continue;
			const around = [
				...Array.from({ length: grid.width }, (_, k): At => [i, k]),
				...Array.from({ length: grid.height }, (_, k): At => [k, j])
			];
			const anywhere = grid.cells.flatMap((row, y) => row.map((_, x): At => [y, x]));
			for (const places of [around, anywhere]) {
				const left = places.filter(([y, x]) => !grid.hidden[y]![x] && !grid.isEmpty(y, x));
				left.sort((a, b) => (grid.cells[a[0]]![a[1]] || Infinity) - (grid.cells[b[0]]![b[1]] || Infinity));
				if (!left[0]) continue;
				grid.hidden[left[0][0]]![left[0][1]] = true;
				return true;
			}
		}
	return false;
}

/**
 * Whether another table with the same printed figures has another count there: one person moved around a loop of
 * hidden cells, up in one, down in the next of its row, up in the next of its column… Rows whose margin is hidden
 * count as one row, since only their sum is known; columns likewise.
 */
function mayVary(grid: Grid, cell: At): boolean {
	const rowOf = ([i]: At) => (grid.hiddenRows.has(i) ? -1 : i);
	const columnOf = ([, j]: At) => (grid.hiddenColumns.has(j) ? -1 : j);
	const others = grid.cells
		.flatMap((row, i) => row.map((_, j): At => [i, j]))
		.filter(([i, j]) => grid.hidden[i]![j] && !(i === cell[0] && j === cell[1]));
	const loops = (up: boolean): boolean => {
		// From the row, one that goes the other way, then from its column one that goes the same way…
		const reached = new Set([rowOf(cell)]);
		const waiting = [rowOf(cell)];
		const wayBack = new Set<number>();
		const canDrop = ([i, j]: At) => grid.cells[i]![j]! > 0;
		for (let row = waiting.pop(); row !== undefined; row = waiting.pop())
			for (const at of others) {
				if (rowOf(at) !== row || (up && !canDrop(at))) continue;
				const column = columnOf(at);
				if (column === columnOf(cell)) return true;
				if (wayBack.has(column)) continue;
				wayBack.add(column);
				for (const back of others)
					if (columnOf(back) === column && (up || canDrop(back)) && !reached.has(rowOf(back))) {
						reached.add(rowOf(back));
						waiting.push(rowOf(back));
					}
			}
		return false;
	};
	return loops(true) || (grid.cells[cell[0]]![cell[1]]! > 0 && loops(false));
}
