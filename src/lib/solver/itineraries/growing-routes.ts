/** Routes as columns of numbers that double when full: millions of them fit. */
export class GrowingRoutes {
	size = 0;
	private used = 0;
	private longest = 0;
	private first = new Int32Array(4096);
	private stops = new Int32Array(16_384);
	private cost = new Int32Array(4096);
	private travel = new Int32Array(4096);
	private set = new Int32Array(4096);

	add(stops: Int32Array, visits: number, cost: number, travel: number, set: number): void {
		if (this.size + 1 >= this.first.length) {
			this.first = longer(this.first);
			this.cost = longer(this.cost);
			this.travel = longer(this.travel);
			this.set = longer(this.set);
		}
		if (this.used + visits > this.stops.length) this.stops = longer(this.stops);
		for (let i = 0; i < visits; i++) this.stops[this.used++] = stops[i]!;
		this.cost[this.size] = cost;
		this.travel[this.size] = travel;
		this.set[this.size] = set;
		if (travel > this.longest) this.longest = travel;
		this.first[++this.size] = this.used;
	}

	/** The columns, routes of one set together, the cheapest first. */
	finish(sets: number) {
		const { size } = this;
		const order = sortedBy(this.set, sortedBy(this.cost, null, size), size, sets);
		const first = new Int32Array(size + 1);
		const stops = new Int32Array(this.used);
		const cost = new Int32Array(size);
		const travel = new Int32Array(size);
		const set = new Int32Array(size);
		const setFirst = new Int32Array(sets + 1);
		const shortest = new Int32Array(sets).fill(2 ** 30);
		let used = 0;
		for (let route = 0; route < size; route++) {
			const from = order[route]!;
			for (let i = this.first[from]!; i < this.first[from + 1]!; i++) stops[used++] = this.stops[i]!;
			first[route + 1] = used;
			cost[route] = this.cost[from]!;
			travel[route] = this.travel[from]!;
			set[route] = this.set[from]!;
			setFirst[set[route]! + 1] = route + 1;
			if (travel[route]! < shortest[set[route]!]!) shortest[set[route]!] = travel[route]!;
		}
		return { size, first, stops, cost, travel, set, setFirst, shortest, longest: this.longest };
	}
}

/** Counting sort of `size` numbers from 0 to `most`, stable over `before`. */
function sortedBy(
	keys: Int32Array,
	before: Int32Array | null,
	size: number,
	most = highest(keys, size) + 1
): Int32Array {
	const at = new Int32Array(most + 1);
	for (let i = 0; i < size; i++) at[keys[i]! + 1]!++;
	for (let key = 1; key <= most; key++) at[key]! += at[key - 1]!;
	const sorted = new Int32Array(size);
	for (let i = 0; i < size; i++) {
		const item = before ? before[i]! : i;
		sorted[at[keys[item]!]!++] = item;
	}
	return sorted;
}

function highest(keys: Int32Array, size: number): number {
	let most = 0;
	for (let i = 0; i < size; i++) if (keys[i]! > most) most = keys[i]!;
	return most;
}

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
	const next = new Int32Array(array.length * 2);
	next.set(array);
	return next;
}
