import { newVisit } from '../model';
import { orderWorth, type Row } from './coupling';
import type { Ground } from './ground';
import type { TeamColumn } from './team-column';
import { charterPrices, type TeamPrices } from './team-prices';

/** One level to bring down, those before it kept where they are. */
export interface Aim {
	/** `any`: whatever plan keeps the levels before will do. */
	level: 'charter' | 'promises' | 'comfort' | 'any';
	/** Points of charter allowed; none counted while that level itself is brought down. */
	charter: number;
	/** Promises that may be broken, the spread apart; none counted until comfort. */
	promises: number;
	/** Fewest and most visits of a team: how the rule of the spread is kept. */
	visits: readonly [number, number];
}

/** Dual values are whole numbers of thousandths, so that bounds are sums of whole numbers. */
export const SCALE = 1000;

interface StageRow {
	lower: number;
	upper: number;
	/** Makes up for what misses under `lower`: cost of a unit, largest amount, whether it is a broken promise. */
	slack: { cost: number; most: number; breaks: boolean } | null;
}

/**
 * The master problem of one aim: choose a plan for every team,
 *   min Σ c(p)·x(p) + Σ q·s   with   Σ x = teams of the class,   lower ≤ Σ a(p)·x(p) + s ≤ upper,   0 ≤ s ≤ most,
 * where the rows are the hosts', the promises' and the points allowed at the levels before. Knows nothing of how it is
 * solved: gives rows and coefficients, the prices that duals put on a plan, and the bound that they prove.
 */
export class Stage {
	readonly rows: StageRow[];
	private readonly charterRow: number | null;
	private readonly promisesRow: number | null;

	constructor(
		readonly ground: Ground,
		readonly aim: Aim
	) {
		const { classes, coupling } = ground;
		this.rows = [
			...classes.map(({ teams }) => ({ lower: teams.length, upper: teams.length, slack: null })),
			...coupling.rows.map((row) => this.rowAt(row))
		];
		this.charterRow = this.capRow(aim.level !== 'charter' && aim.charter > 0, aim.charter);
		const promised = classes.some((of) => of.promised > 0);
		this.promisesRow = this.capRow(
			(aim.level === 'comfort' || aim.level === 'any') && (aim.promises > 0 || promised),
			aim.promises
		);
	}

	private capRow(wanted: boolean, upper: number): number | null {
		return wanted ? this.rows.push({ lower: -Infinity, upper, slack: null }) - 1 : null;
	}

	private rowAt({ lower, upper, slack }: Row): StageRow {
		const { level, promises } = this.aim;
		if (!slack) return { lower, upper, slack: null };
		if (level === 'charter' || (slack.level === 'comfort' && level !== 'comfort'))
			return { lower: -Infinity, upper, slack: null };
		const breaks = slack.level === 'promises';
		const most = breaks && level !== 'promises' && promises === 0 ? 0 : lower;
		return { lower, upper, slack: { cost: slack.level === level ? slack.cost : 0, most, breaks } };
	}

	/** Rows of the points allowed at the levels before. */
	caps(): number[] {
		return [this.charterRow, this.promisesRow].filter((row) => row !== null);
	}

	/** Upper ends of the rows that count visits or teams by whole numbers, null for the others: what cuts are made of. */
	packings(): (number | null)[] {
		const { classes, coupling } = this.ground;
		return this.rows.map(({ upper }, row) => {
			const of = coupling.rows[row - classes.length];
			return row < classes.length || (of?.counts === 'visit' && upper < Infinity) ? upper : null;
		});
	}

	/** What the plan costs at the level brought down. */
	cost({ charter, changed, comfort }: TeamColumn): number {
		return { charter, promises: changed, comfort, any: 0 }[this.aim.level];
	}

	/** Whether the plan may be chosen at all under this aim. Points allowed in all are a row, not a condition. */
	allows({ charter, visits: made }: TeamColumn): boolean {
		const { level, visits } = this.aim;
		const met = level === 'charter' || this.aim.charter > 0 || charter === 0;
		return met && made >= visits[0] && made <= visits[1];
	}

	/** Rows in which the plan counts, and for how much. */
	coefficients(column: TeamColumn): Map<number, number> {
		const { classes, coupling } = this.ground;
		const { teams, size } = classes[column.of]!;
		const in_ = new Map<number, number>([[column.of, 1]]);
		const count = (row: number, amount: number) => in_.set(row, (in_.get(row) ?? 0) + amount);
		const shift = classes.length;
		for (const slot of column.slots)
			for (const row of coupling.rowsOf[slot]!)
				count(shift + row, coupling.rows[row]!.counts === 'people' ? size : 1);
		for (const { row, slots, team, order } of coupling.pins) {
			if (team !== null && team !== teams[0]) continue;
			column.slots.forEach((slot, i) => {
				if (slots.has(slot) && (order === null || order === this.orderIn(column.slots, i)))
					count(shift + row, 1);
			});
		}
		if (this.charterRow !== null && column.charter > 0) count(this.charterRow, column.charter);
		if (this.promisesRow !== null && column.changed > 0) count(this.promisesRow, column.changed);
		return in_;
	}

	/** Of the columns that fill the same rows, the cheapest: the others can be put in its place in any choice. */
	distinct(columns: readonly TeamColumn[]): TeamColumn[] {
		const kept = new Map<string, TeamColumn>();
		for (const column of columns) {
			const rows: number[] = [column.of];
			for (const [row, amount] of this.coefficients(column)) {
				const { lower, upper } = this.rows[row]!;
				if (lower > -Infinity || upper < Infinity) rows.push(row * 1000 + amount);
			}
			const key = rows.sort((a, b) => a - b).join();
			const known = kept.get(key);
			if (!known || this.cost(column) < this.cost(known)) kept.set(key, column);
		}
		return [...kept.values()];
	}

	/** Place of a visit in its day, from 0. */
	private orderIn(slots: Int32Array, at: number): number {
		const { day } = this.ground.slots;
		let first = at;
		while (first > 0 && day[slots[first - 1]!] === day[slots[at]!]) first--;
		return at - first;
	}

	/** Coefficients of the slack of a row: in the row, and in the promises that may be broken. */
	slackRows(row: number): number[] {
		return this.rows[row]!.slack!.breaks && this.promisesRow !== null ? [row, this.promisesRow] : [row];
	}

	/** Rounds duals to whole thousandths of the right sign. */
	rounded(duals: ArrayLike<number>): Float64Array {
		return Float64Array.from(this.rows, ({ lower, upper }, row) => {
			const dual = Math.round(duals[row]! * SCALE);
			if (row < this.ground.classes.length) return dual;
			return (dual > 0 && lower === -Infinity) || (dual < 0 && upper === Infinity) ? 0 : dual;
		});
	}

	/** What a plan of the class costs once the rows are paid (the class's own left out), in thousandths. */
	prices(of: number, duals: Float64Array): TeamPrices {
		const { model, slots, classes, coupling } = this.ground;
		const { level, charter, visits } = this.aim;
		const own = classes[of]!;
		const weight = (name: Aim['level'], row: number | null) =>
			(name === level ? SCALE : 0) - (row === null ? 0 : duals[row]!);
		const must = level !== 'charter' && charter === 0;
		const changed = weight('promises', this.promisesRow);

		const worth = new Float64Array(slots.count);
		const shift = classes.length;
		for (let slot = 0; slot < slots.count; slot++) {
			let sum = own.admits[slots.company[slot]!] || own.begun.includes(slot) ? 0 : -Infinity;
			for (const row of coupling.rowsOf[slot]!)
				sum += duals[shift + row]! * (coupling.rows[row]!.counts === 'people' ? own.size : 1);
			worth[slot] = sum;
		}
		const kept = changed + (level === 'comfort' ? SCALE * newVisit(model) : 0);
		for (const slot of own.announced) worth[slot]! += kept;
		for (const pin of coupling.pins)
			if (pin.order === null && (pin.team === null || pin.team === own.teams[0]))
				for (const slot of pin.slots) worth[slot]! += duals[shift + pin.row]!;

		const prices = charterPrices(
			model,
			own,
			{
				charter: must ? Infinity : weight('charter', this.charterRow),
				comfort: level === 'comfort' ? SCALE : 0
			},
			(count) => count >= visits[0] && count <= visits[1]
		);
		for (let count = 0; count < prices.countCost.length; count++)
			prices.countCost[count]! += changed * own.promised;
		const routeWorth = orderWorth(coupling, own, (row) => duals[shift + row]!);
		return { ...prices, worth, ...(routeWorth && { routeWorth }) };
	}

	/**
	 * The Lagrangian bound that duals prove, in thousandths: rows at their cheapest end, slacks where they pay, and for
	 * each class as many times its cheapest plan as it has teams. `least` is given by class.
	 */
	bound(duals: Float64Array, least: readonly number[]): number {
		const { classes } = this.ground;
		let bound = 0;
		this.rows.forEach(({ lower, upper, slack }, row) => {
			if (row < classes.length) bound += classes[row]!.teams.length * least[row]!;
			else if (duals[row]! > 0) bound += duals[row]! * lower;
			else if (duals[row]! < 0) bound += duals[row]! * upper;
			if (!slack) return;
			const price = this.slackRows(row).reduce((sum, of) => sum - duals[of]!, SCALE * slack.cost);
			if (price < 0) bound += price * slack.most;
		});
		return bound;
	}
}
