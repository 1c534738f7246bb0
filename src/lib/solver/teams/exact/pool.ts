import type { View } from './view';

/** Teams enumerated, in flat arrays: a hundred thousand of them weigh a few megabytes. */
export class Pool {
	size = 0;
	/** Units of team `i`: `units[starts[i]]` to `units[starts[i + 1] - 1]`, ascending, repeated by copy. */
	starts: Int32Array = new Int32Array(1024);
	units: Int16Array = new Int16Array(8192);
	company: Int32Array = new Int32Array(1024);
	/** `cost[level][i]`: what the team costs for who is in it. */
	readonly cost: Int32Array[];

	constructor(levels: number) {
		this.cost = Array.from({ length: levels }, () => new Int32Array(1024));
	}

	add(units: ArrayLike<number>, count: number, company: number): number {
		const at = this.size++;
		const from = this.starts[at]!;
		if (at + 1 === this.starts.length) {
			this.starts = doubled(this.starts);
			this.company = doubled(this.company);
			for (let level = 0; level < this.cost.length; level++) this.cost[level] = doubled(this.cost[level]!);
		}
		while (from + count > this.units.length) {
			const wider = new Int16Array(this.units.length * 2);
			wider.set(this.units);
			this.units = wider;
		}
		for (let i = 0; i < count; i++) this.units[from + i] = units[i]!;
		this.starts[at + 1] = from + count;
		this.company[at] = company;
		return at;
	}

	/** The team of exactly these units, ascending; -1 when it is not there. */
	find(units: readonly number[]): number {
		for (let at = 0; at < this.size; at++) {
			const from = this.starts[at]!;
			if (this.starts[at + 1]! - from !== units.length) continue;
			let same = 0;
			while (same < units.length && this.units[from + same] === units[same]) same++;
			if (same === units.length) return at;
		}
		return -1;
	}

	/** The teams that `keep` keeps. */
	filtered(keep: (at: number) => boolean): Pool {
		const pool = new Pool(this.cost.length);
		for (let at = 0; at < this.size; at++) {
			if (!keep(at)) continue;
			const units = this.units.subarray(this.starts[at]!, this.starts[at + 1]!);
			const kept = pool.add(units, units.length, this.company[at]!);
			for (let level = 0; level < this.cost.length; level++) pool.cost[level]![kept] = this.cost[level]![at]!;
		}
		return pool;
	}

	/** People of a team: the first copies of its units stand for all. */
	people({ units }: View, at: number, people: number[] = []): number[] {
		people.length = 0;
		let copy = 0;
		for (let i = this.starts[at]!; i < this.starts[at + 1]!; i++) {
			const unit = this.units[i]!;
			copy = i > this.starts[at]! && this.units[i - 1] === unit ? copy + 1 : 0;
			for (const person of units[unit]!.copies[copy]!) people.push(person);
		}
		return people;
	}
}

function doubled(array: Int32Array): Int32Array {
	const wider = new Int32Array(array.length * 2);
	wider.set(array);
	return wider;
}
