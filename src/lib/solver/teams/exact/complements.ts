/** Finds at once the teams of exactly some people. Both are given as words of bits, so many each. */
export class Complements {
	/** By the last bits of a sum: the first team that has them; by team: its sum, and the next with the same bits. */
	private readonly table: Int32Array;
	private readonly chain: Int32Array;
	private readonly sums: Int32Array;

	constructor(
		teams: Int32Array,
		private readonly words: number
	) {
		const count = words === 0 ? 0 : teams.length / words;
		this.table = new Int32Array(2 ** (33 - Math.clz32(count))).fill(-1);
		this.chain = new Int32Array(count);
		this.sums = Int32Array.from({ length: count }, (_, at) => this.sum(teams, at * words));
		for (let at = count - 1; at >= 0; at--) {
			const place = this.place(this.sums[at]!);
			this.chain[at] = this.table[place]!;
			this.table[place] = at;
		}
	}

	/** What these people add up to; other people may add up to the same, so whoever asks compares the words. */
	sum(bits: Int32Array, from = 0): number {
		let sum = 0;
		for (let w = 0; w < this.words; w++)
			sum = (sum + Math.imul(bits[from + w]!, 0x9e3779b1 + 2 * w * 0x3243f)) | 0;
		return sum;
	}

	/** The first team that may be those of a sum less another team, -1 when there is none. */
	first = (sum: number, less: number): number => this.table[this.place((sum - this.sums[less]!) | 0)]!;

	/** The next that may be. */
	next = (at: number): number => this.chain[at]!;

	private place = (sum: number): number => (sum ^ (sum >>> 15)) & (this.table.length - 1);
}
