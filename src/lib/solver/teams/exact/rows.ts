import type { Costs } from '../costs';
import { depthOf, type Cut } from './cuts';
import type { Pool } from './pool';
import type { Ride, RideClasses } from './rides';
import type { View } from './view';

export interface Scene {
	costs: Costs;
	view: View;
	pool: Pool;
	rides: RideClasses;
	/** Ride class of each team of the pool. */
	classOf: Int32Array;
	/** Levels on which no solution may cost more. */
	settled: readonly { level: number; most: number }[];
	/** Teams allowed above and below the number wanted. */
	away: { above: number; below: number };
}

export type Column = [row: number, value: number][];

/**
 * The rows of the relaxation: everybody in one team, teams and rides of each class as many, no car or accompanist
 * twice, the number of teams, the locks on cars, the levels settled; then the inequalities found on the way.
 */
export class Rows {
	readonly lower: number[] = [];
	readonly upper: number[] = [];
	readonly rides: number;
	readonly vehicles: number;
	readonly accompanists: number;
	readonly count: number;
	readonly settled: number;
	readonly cuts: number;
	private readonly locks = new Map<number, number>();

	constructor(private readonly scene: Scene) {
		const { costs, view, rides, settled } = scene;
		const { crews, cast } = costs;
		for (const { copies } of view.units) this.add(copies.length, copies.length);
		this.rides = this.lower.length;
		rides.classes.forEach(() => this.add(0, 0));
		this.vehicles = this.lower.length;
		for (const { ones } of crews.vehicles) this.add(-Infinity, ones.length);
		this.accompanists = this.lower.length;
		for (const { ones } of crews.accompanists) this.add(-Infinity, ones.length);
		this.count = this.add(cast.count.wanted, cast.count.wanted);
		cast.locks.forEach(({ people }, lock) => {
			if (people.length === 0) this.locks.set(lock, this.add(1, 1));
		});
		this.settled = this.lower.length;
		for (const { most } of settled) this.add(-Infinity, most);
		this.cuts = this.lower.length;
	}

	add(lower: number, upper: number): number {
		this.lower.push(lower);
		return this.upper.push(upper) - 1;
	}

	team(at: number, cuts: readonly Cut[]): Column {
		const { pool, settled, classOf } = this.scene;
		const column: Column = [];
		for (let i = pool.starts[at]!; i < pool.starts[at + 1]!; i++) {
			const unit = pool.units[i]!;
			const same = column.at(-1);
			if (same?.[0] === unit) same[1]++;
			else column.push([unit, 1]);
		}
		column.push([this.rides + classOf[at]!, 1], [this.count, 1]);
		for (let i = 0; i < settled.length; i++) {
			const cost = pool.cost[settled[i]!.level]![at]!;
			if (cost !== 0) column.push([this.settled + i, cost]);
		}
		for (let i = 0; i < cuts.length; i++) {
			const depth = depthOf(cuts[i]!, pool, at);
			if (depth !== 0) column.push([this.cuts + i, depth]);
		}
		return column;
	}

	ride(of: number, { crew, values }: Ride): Column {
		const column: Column = [[this.rides + of, -1], ...this.crew(crew)];
		this.scene.settled.forEach(({ level }, i) => {
			if (values[level] !== 0) column.push([this.settled + i, values[level]!]);
		});
		return column;
	}

	/** What a crew takes: a car, an accompanist, a driver, its lock. */
	crew(crew: number): Column {
		const { vehicle, accompanist, driver, lock } = this.scene.costs.crews.crews[crew]!;
		const column: Column = [];
		if (vehicle >= 0) column.push([this.vehicles + vehicle, 1]);
		if (accompanist >= 0) column.push([this.accompanists + accompanist, accompanist === driver ? 2 : 1]);
		if (driver >= 0 && driver !== accompanist) column.push([this.accompanists + driver, 1]);
		if (this.locks.has(lock)) column.push([this.locks.get(lock)!, 1]);
		return column;
	}

	/** A team more than wanted, and one fewer. */
	away = (): [Column, Column] => [[[this.count, -1]], [[this.count, 1]]];
}

export function matrixOf(vectors: readonly Column[], across: number, format: 'csc' | 'csr') {
	const starts = new Int32Array(vectors.length + 1);
	vectors.forEach((vector, i) => (starts[i + 1] = starts[i]! + vector.length));
	const indices = new Int32Array(starts[vectors.length]!);
	const values = new Float64Array(indices.length);
	let at = 0;
	for (const vector of vectors) {
		for (const [index, value] of vector) {
			indices[at] = index;
			values[at++] = value;
		}
	}
	const [numRows, numCols] = format === 'csc' ? [across, vectors.length] : [vectors.length, across];
	return { format, numRows, numCols, starts, indices, values };
}
