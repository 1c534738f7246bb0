/** A small seeded generator (mulberry32): the same seed gives the same plan. */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** In [0, 1). */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let t = this.state;
		t = Math.imul(t ^ (t >>> 15), t | 1);
		t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	}

	below(limit: number): number {
		return Math.floor(this.next() * limit);
	}

	shuffle<T>(items: readonly T[]): T[] {
		const all = [...items];
		for (let i = all.length - 1; i > 0; i--) {
			const j = this.below(i + 1);
			[all[i], all[j]] = [all[j]!, all[i]!];
		}
		return all;
	}
}
