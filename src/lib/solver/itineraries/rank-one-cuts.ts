/** A column of the linear problem as the cuts read it: rows in which it counts, and for how much. */
export type Coefficients = ReadonlyMap<number, number>;

/** Half of some rows added up and rounded down: Σ floor(½ Σ a)·x ≤ floor(½ Σ b). */
export interface Cut {
	rows: number[];
	upper: number;
}

/** What a column counts for in a cut. */
export function inCut({ rows }: Cut, column: Coefficients): number {
	let sum = 0;
	for (const row of rows) sum += column.get(row) ?? 0;
	return sum >> 1;
}

/** Cuts must be broken by at least so much to be worth a row. */
const WORTH = 0.02;

/**
 * Chvátal–Gomory cuts of rank one over three rows (Jepsen, Petersen, Spoorendonk & Pisinger 2008, « subset-row »): three
 * teams cannot each hold half of the same three starts. Rows are packings `Σ a·x ≤ b` with whole numbers; those with
 * room left give nothing.
 */
export function violatedCuts(
	uppers: readonly (number | null)[],
	columns: readonly Coefficients[],
	amounts: ArrayLike<number>,
	most: number
): Cut[] {
	const support: { amount: number; in: Coefficients }[] = [];
	for (let i = 0; i < columns.length; i++)
		if (amounts[i]! > 1e-6) support.push({ amount: amounts[i]!, in: columns[i]! });

	const filled = new Map<number, number>();
	for (const { amount, in: rows } of support)
		for (const [row, count] of rows)
			if (uppers[row] !== null) filled.set(row, (filled.get(row) ?? 0) + amount * count);
	const tight = [...filled].filter(([row, sum]) => sum > uppers[row]! - 0.99).map(([row]) => row);
	const members = tight.map((row) => support.flatMap(({ in: rows }, i) => (rows.has(row) ? [i] : [])));
	/** What each pair of rows shares: without it their halves add to nothing. */
	const shared = tight.map((_, a) => {
		const own = new Set(members[a]!);
		return tight.map((_, b) =>
			b <= a ? 0 : members[b]!.reduce((sum, i) => sum + (own.has(i) ? support[i]!.amount : 0), 0)
		);
	});

	const found: { cut: Cut; over: number }[] = [];
	for (let a = 0; a < tight.length; a++) {
		for (let b = a + 1; b < tight.length; b++) {
			for (let c = b + 1; c < tight.length; c++) {
				if (shared[a]![b]! + shared[a]![c]! + shared[b]![c]! < 0.5) continue;
				const rows = [tight[a]!, tight[b]!, tight[c]!];
				const sum = rows.reduce((total, row) => total + uppers[row]!, 0);
				if (sum % 2 === 0) continue;
				const cut = { rows, upper: sum >> 1 };
				let left = -cut.upper;
				for (const { amount, in: of } of support) left += amount * inCut(cut, of);
				if (left > WORTH) found.push({ cut, over: left });
			}
		}
	}
	return found
		.sort((x, y) => y.over - x.over)
		.slice(0, most)
		.map(({ cut }) => cut);
}
