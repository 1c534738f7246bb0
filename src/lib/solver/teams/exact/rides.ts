import type { Costs } from '../costs';

export interface Ride {
	crew: number;
	/** What it costs on each level. */
	values: readonly number[];
}

/**
 * What each company can ride in, within the limits of a moment. Companies with the same rides, at the same price on
 * the levels looked at, are one class: to the choice of crews they are the same.
 */
export class RideClasses {
	readonly classes: Ride[][] = [];
	private readonly numbers = new Map<string, number>();
	private readonly ofCompany: number[] = [];

	constructor(
		private readonly costs: Costs,
		private readonly limits: readonly number[],
		private readonly levels: readonly number[]
	) {}

	/** Class of a company, or -1 when it can ride in nothing. */
	of(company: number): number {
		return (this.ofCompany[company] ??= this.classify(company));
	}

	private classify(company: number): number {
		const rides: Ride[] = [];
		for (let crew = 0; crew < this.costs.crews.crews.length; crew++) {
			if (!this.costs.matches(company, crew)) continue;
			const values = this.costs.ride(company, crew);
			if (values.every((value, level) => value <= this.limits[level]!)) rides.push({ crew, values });
		}
		if (rides.length === 0) return -1;
		const key = rides
			.map(({ crew, values }) => `${crew}:${this.levels.map((level) => values[level]).join()}`)
			.join(' ');
		const known = this.numbers.get(key);
		if (known !== undefined) return known;
		this.classes.push(rides);
		this.numbers.set(key, this.classes.length - 1);
		return this.classes.length - 1;
	}
}
