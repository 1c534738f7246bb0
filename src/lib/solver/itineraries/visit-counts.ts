/** Least costs by number of visits: index is the number, Infinity where there is no way. */

/** Least cost of the days from each one on, by number of visits on them. */
export function restCosts(byCount: Float64Array[], most: number): Float64Array[] {
	const rest: Float64Array[] = [new Float64Array(1)];
	for (const day of [...byCount].reverse()) rest.unshift(add(day, rest[0]!, most));
	return rest;
}

export const convolve = (byCount: Float64Array[], most: number): Float64Array =>
	byCount.reduce<Float64Array>((sum, day) => add(day, sum, most), new Float64Array(1));

function add(a: Float64Array, b: Float64Array, most: number): Float64Array {
	const sum = new Float64Array(Math.min(most, a.length + b.length - 2) + 1).fill(Infinity);
	for (let i = 0; i < a.length; i++)
		for (let j = 0; j < b.length && i + j < sum.length; j++)
			if (a[i]! + b[j]! < sum[i + j]!) sum[i + j] = a[i]! + b[j]!;
	return sum;
}

/** Least of what is left to pay once `visits` are made. */
export function lowest(rest: Float64Array, countCost: Float64Array, visits: number): number {
	let least = Infinity;
	for (let more = 0; more < rest.length && visits + more < countCost.length; more++)
		least = Math.min(least, rest[more]! + countCost[visits + more]!);
	return least;
}
