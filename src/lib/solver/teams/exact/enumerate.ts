import type { Costs } from '../costs';
import { strangers } from './pairs';
import { Pool } from './pool';
import type { View } from './view';

/** What a team must keep to in order to be enumerated. */
export interface Limits {
	/** Most that one team may cost on each level. */
	most: readonly number[];
	/** Whether a company can ride in anything. */
	rideable(company: number): boolean;
	/** Past so many teams the enumeration gives up. */
	cap: number;
	/** Asked at each branch. */
	stop(): boolean;
}

/** Every team of the coarsest view within the limits, of the given sizes; null when they are too many. */
export function enumerate(costs: Costs, view: View, sizes: readonly number[], limits: Limits): Pool | null {
	const pool = new Pool(costs.order.length);
	const { units } = view;
	const seen = [...costs.order.keys()].filter((level) => view.levels.has(costs.order[level]!));
	const never = strangers(costs, view);
	const chosen: number[] = [];
	const people: number[] = [];
	const values: number[] = costs.order.map(() => 0);
	let abandoned = false;

	const grow = (from: number, copies: number, left: number): void => {
		if (left === 0) return leaf();
		abandoned ||= limits.stop();
		for (let unit = from; unit < units.length && !abandoned; unit++) {
			const taken = unit === from ? copies : 0;
			const { size, copies: all } = units[unit]!;
			if (size > left || taken === all.length) continue;
			if (chosen.some((other) => never[unit * units.length + other])) continue;
			chosen.push(unit);
			people.push(...all[taken]!);
			grow(unit, taken + 1, left - size);
			people.length -= size;
			chosen.pop();
		}
	};
	const leaf = (): void => {
		const company = costs.company(people);
		if (!limits.rideable(company)) return;
		costs.people(people, values);
		if (seen.some((level) => values[level]! > limits.most[level]!)) return;
		const at = pool.add(chosen, chosen.length, company);
		for (const level of seen) pool.cost[level]![at] = values[level]!;
		abandoned ||= pool.size > limits.cap;
	};
	for (const size of sizes) grow(0, 0, size);
	return abandoned ? null : pool;
}
