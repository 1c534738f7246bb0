import { Random } from '../random';
import type { Limits } from './settle';
import { SCALE, type Stage } from './stage';
import type { TeamColumn } from './team-column';

/** What is looked for: a plan for every team, within the room of the rows. */
export interface PackRequest {
	/** Thousandths by row, and by class the cheapest plan at those prices. */
	duals: Float64Array;
	least: readonly number[];
	/** What the bound proves, thousandths, and the most that a choice may cost, in the unit of the level. */
	bound: number;
	within: number;
}

/** Columns tried against a partial choice before another order is tried; each order may take longer, up to so many. */
const EFFORT = { first: 300_000, growth: 1.5, last: 60_000_000 };

/**
 * The cheapest choice of a plan for every team among the columns, where rows only leave so much room (the charter
 * level). In a choice that costs `within`, reduced costs and room left unused at its price add up to within − bound: most
 * rows must be full, which leaves few ways to fill the rarest of them. Depth first on that one, in an order drawn by
 * lot: how long it takes depends on it a lot, so that it is soon dropped for another. Null when all are too long.
 */
export function pack(
	stage: Stage,
	columns: readonly TeamColumn[],
	{ duals, least, bound, within }: PackRequest,
	{ stop }: Pick<Limits, 'stop'>
): { chosen: TeamColumn[] | null; cost: number } | null {
	const { classes } = stage.ground;
	const left = new Int32Array(stage.rows.length);
	const price = new Float64Array(stage.rows.length);
	const packing: boolean[] = stage.rows.map(({ upper }, row) => row >= classes.length && upper < Infinity);
	stage.rows.forEach(({ upper }, row) => {
		left[row] = row < classes.length || packing[row] ? upper : 0;
		price[row] = packing[row] ? -duals[row]! : 0;
	});
	// By column: rows and amounts, the class's own first; what it costs above the cheapest of its class.
	const order = columns
		.map((column) => {
			const entries = [...stage.coefficients(column)];
			const reduced = entries.reduce(
				(sum, [row, amount]) => sum - (row === column.of ? least[row]! : duals[row]! * amount),
				SCALE * stage.cost(column)
			);
			return { column, reduced, entries: entries.filter(([row]) => row === column.of || packing[row]) };
		})
		.sort((a, b) => a.reduced - b.reduced);
	const reduced = Float64Array.from(order, (of) => of.reduced);
	const first = new Int32Array(order.length + 1);
	order.forEach(({ entries }, i) => (first[i + 1] = first[i]! + entries.length));
	const rows = Int32Array.from(order.flatMap(({ entries }) => entries.map(([row]) => row)));
	const amounts = Int32Array.from(order.flatMap(({ entries }) => entries.map(([, amount]) => amount)));

	// Rows as bits, to see at once that a column asks for one that is full.
	const words = Math.ceil(stage.rows.length / 32);
	const mask = new Int32Array(order.length * words);
	order.forEach((_, i) => {
		for (let at = first[i]!; at < first[i + 1]!; at++)
			mask[i * words + (rows[at]! >>> 5)]! |= 1 << (rows[at]! & 31);
	});
	const full = new Int32Array(words);
	const single = amounts.every((amount) => amount === 1);

	let slack = SCALE * within - bound;
	let effort = EFFORT.first;
	let best: number[] | null = null;
	let steps = 0;
	let given = false;
	const chosen: number[] = [];
	const teams = classes.reduce((sum, of) => sum + of.teams.length, 0);
	const covering = new Int32Array(stage.rows.length);

	const take = (column: number, sign: 1 | -1) => {
		for (let at = first[column]!; at < first[column + 1]!; at++) {
			const row = rows[at]!;
			left[row]! -= sign * amounts[at]!;
			if (left[row] === 0) full[row >>> 5]! |= 1 << (row & 31);
			else full[row >>> 5]! &= ~(1 << (row & 31));
		}
	};
	const fits = (column: number): boolean => {
		for (let w = 0; w < words; w++) if ((mask[column * words + w]! & full[w]!) !== 0) return false;
		if (single) return true;
		for (let at = first[column]!; at < first[column + 1]!; at++)
			if (amounts[at]! > left[rows[at]!]!) return false;
		return true;
	};

	/** `candidates` all fit; `paid` is what the choice so far costs above the bound. */
	const extend = (candidates: Int32Array, paid: number) => {
		if (chosen.length === teams) {
			let unused = paid;
			for (let row = 0; row < left.length; row++) unused += price[row]! * left[row]!;
			if (unused > slack) return;
			best = [...chosen];
			// Costs are whole: only a whole unit less is better.
			slack = unused - SCALE;
			return;
		}
		covering.fill(0);
		for (const column of candidates)
			for (let at = first[column]!; at < first[column + 1]!; at++) covering[rows[at]!]! += 1;
		let lost = paid;
		let rarest = -1;
		for (let row = 0; row < left.length; row++) {
			if (row < classes.length ? left[row] === 0 : left[row]! * price[row]! === 0) continue;
			if (row >= classes.length && covering[row] === 0) lost += left[row]! * price[row]!;
			else if (row < classes.length || paid + left[row]! * price[row]! > slack) {
				if (covering[row] === 0) return;
				if (rarest < 0 || covering[row]! < covering[rarest]!) rarest = row;
			}
		}
		if (lost > slack || rarest < 0) return;
		const tried = new Uint8Array(candidates.length);
		const [word, bit] = [rarest >>> 5, 1 << (rarest & 31)];
		for (let i = 0; i < candidates.length; i++) {
			const column = candidates[i]!;
			if (given || paid + reduced[column]! > slack) break;
			if ((mask[column * words + word]! & bit) === 0) continue;
			take(column, 1);
			steps += candidates.length;
			if (steps > effort || stop()) given = true;
			const after = paid + reduced[column]!;
			const next = new Int32Array(candidates.length);
			let size = 0;
			for (let j = 0; j < candidates.length; j++) {
				const other = candidates[j]!;
				if (after + reduced[other]! > slack) break;
				if (tried[j] === 0 && fits(other)) next[size++] = other;
			}
			chosen.push(column);
			extend(next.subarray(0, size), after);
			chosen.pop();
			take(column, -1);
			// Every choice that holds it has been looked at.
			tried[i] = 1;
		}
	};
	const random = new Random(1);
	const fitting = order.flatMap((_, i) => (reduced[i]! <= slack && fits(i) ? [i] : []));
	for (; effort <= EFFORT.last && !stop(); effort *= EFFORT.growth) {
		steps = 0;
		given = false;
		const drawn = random.shuffle(fitting).sort((a, b) => reduced[a]! - reduced[b]!);
		extend(Int32Array.from(drawn), 0);
		if (!given) break;
	}
	if (given) return null;
	const found = (best as number[] | null)?.map((i) => order[i]!.column) ?? null;
	return {
		chosen: found,
		cost: found ? found.reduce((sum, column) => sum + stage.cost(column), 0) : Infinity
	};
}
