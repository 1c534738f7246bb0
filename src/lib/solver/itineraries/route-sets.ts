/**
 * The sets of companies that the routes of a day visit, each numbered once: a join of days asks only whether two
 * sets share a company, and most routes share their set with many others. Sets are bit masks of several words.
 */
export class RouteSets {
	count = 0;
	/** `words` 32-bit words a set: bits of companies. */
	companies: Int32Array;
	/** `sectorWords` words a set: bits of sectors. */
	sectors: Int32Array;
	visits: Uint8Array;
	/** Distinct sectors of the set. */
	distinct: Uint8Array;
	/** Companies of set `s`: `members[s * mostVisits]` and the next ones, as many as its visits. */
	members: Int32Array;
	private slots: Int32Array;

	constructor(
		readonly words: number,
		readonly sectorWords: number,
		readonly sectorOf: readonly number[],
		readonly mostVisits: number
	) {
		this.members = new Int32Array(1024 * mostVisits);
		this.companies = new Int32Array(1024 * words);
		this.sectors = new Int32Array(1024 * sectorWords);
		this.visits = new Uint8Array(1024);
		this.distinct = new Uint8Array(1024);
		this.slots = new Int32Array(4096).fill(-1);
	}

	/** The number of the set of these companies, new or known. */
	numberOf(mask: Int32Array, companies: Int32Array, visits: number): number {
		const { words } = this;
		let at = this.hash(mask, 0) & (this.slots.length - 1);
		for (let known = this.slots[at]!; known >= 0; known = this.slots[at]!) {
			let same = true;
			for (let w = 0; w < words && same; w++) same = this.companies[known * words + w] === mask[w];
			if (same) return known;
			at = (at + 1) & (this.slots.length - 1);
		}
		return this.add(mask, companies, visits, at);
	}

	private add(mask: Int32Array, companies: Int32Array, visits: number, at: number): number {
		const set = this.count++;
		if (set >= this.visits.length) this.grow();
		this.companies.set(mask, set * this.words);
		this.visits[set] = visits;
		let distinct = 0;
		for (let i = 0; i < visits; i++) {
			this.members[set * this.mostVisits + i] = companies[i]!;
			const sector = this.sectorOf[companies[i]!]!;
			const word = set * this.sectorWords + (sector >>> 5);
			const bit = 1 << (sector & 31);
			if ((this.sectors[word]! & bit) === 0) distinct++;
			this.sectors[word]! |= bit;
		}
		this.distinct[set] = distinct;
		this.slots[at] = set;
		if (this.count * 2 > this.slots.length) this.rehash();
		return set;
	}

	private hash(masks: Int32Array, from: number): number {
		let hash = 0;
		for (let w = 0; w < this.words; w++)
			hash = Math.imul(hash ^ masks[from + w]!, 0x9e3779b1) ^ (hash >>> 15);
		return (hash ^ (hash >>> 13)) >>> 0;
	}

	private rehash(): void {
		this.slots = new Int32Array(this.slots.length * 2).fill(-1);
		for (let set = 0; set < this.count; set++) {
			let at = this.hash(this.companies, set * this.words) & (this.slots.length - 1);
			while (this.slots[at]! >= 0) at = (at + 1) & (this.slots.length - 1);
			this.slots[at] = set;
		}
	}

	private grow(): void {
		const longer = <T extends Int32Array | Uint8Array>(array: T): T => {
			const next = new (array.constructor as new (size: number) => T)(array.length * 2);
			next.set(array);
			return next;
		};
		this.companies = longer(this.companies);
		this.sectors = longer(this.sectors);
		this.visits = longer(this.visits);
		this.members = longer(this.members);
		this.distinct = longer(this.distinct);
	}
}

/** Bits set in a 32-bit word. */
export function bits(word: number): number {
	let rest = word - ((word >>> 1) & 0x55555555);
	rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
	return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
