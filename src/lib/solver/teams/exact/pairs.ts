import type { Costs } from '../costs';
import type { View } from './view';

/** More than any sum of shared traits: what keeps two units from ever riding together. */
export const NEVER = 1 << 20;

/** `[a · units + b]` is 1 when the two never share a team: two locks, a closed one, a wish to be apart. */
export function strangers({ cast }: Costs, { units, wishesHold }: View): Uint8Array {
	const table = new Uint8Array(units.length ** 2);
	const locked = units.map(({ copies }) => Math.max(...copies[0]!.map((person) => cast.lockOf[person]!)));
	units.forEach(({ copies }, a) =>
		units.forEach(({ copies: others }, b) => {
			if (a === b && copies.length === 1) return;
			const closed = [locked[a]!, locked[b]!].some((at) => cast.locks[at]?.closed);
			const apart =
				wishesHold && copies[0]!.some((one) => others[0]!.some((other) => cast.apart[one]!.includes(other)));
			table[a * units.length + b] = Number((locked[a]! >= 0 && locked[b]! >= 0) || closed || apart);
		})
	);
	return table;
}

/** Which shared traits a view brings to light: those in which nobody should be alone, or the rest. */
export type Traits = 'kinds' | 'rest';

/** `[a · units + b]`: traits shared between a copy of one and a copy of the other; NEVER when they cannot meet. */
export function pairTable(costs: Costs, view: View, traits: Traits): Int32Array {
	const { units } = view;
	const never = strangers(costs, view);
	const table = new Int32Array(units.length ** 2);
	units.forEach(({ copies }, a) =>
		units.forEach(({ copies: others }, b) => {
			const theirs = a === b ? others[1] : others[0];
			if (!theirs) return;
			let alike = 0;
			for (const one of copies[0]!) for (const other of theirs) alike += shared(costs, one, other, traits);
			table[a * units.length + b] = never[a * units.length + b] ? NEVER : alike;
		})
	);
	return table;
}

/** Traits shared among the people of one unit. */
export function innerPairs(costs: Costs, people: readonly number[], traits: Traits): number {
	let alike = 0;
	for (const one of people)
		for (const other of people) if (one < other) alike += shared(costs, one, other, traits);
	return alike;
}

function shared({ cast }: Costs, one: number, other: number, traits: Traits): number {
	const { gender, ageBand } = cast.kinds;
	const same = (kind: Int16Array) => Number(kind[one]! >= 0 && kind[one] === kind[other]);
	const kinds = same(gender) + same(ageBand);
	return traits === 'kinds' ? kinds : cast.alike[one * cast.people.length + other]! - kinds;
}
