import type { CoverOptions } from './cover';

/** Crews for teams already chosen. */
export class CrewChoice {
	private readonly known = new Map<string | number, boolean>();
	/** So that a sum of them tells how many teams are of each class; null when they are too many for that. */
	private readonly weights: number[] | null;
	private readonly vehicles: number[];
	private readonly accompanists: number[];

	constructor(private readonly options: CoverOptions) {
		this.vehicles = options.costs.crews.vehicles.map(({ ones }) => ones.length);
		this.accompanists = options.costs.crews.accompanists.map(({ ones }) => ones.length);
		const { to, classes } = options;
		this.weights =
			(to + 1) ** classes.length < Number.MAX_SAFE_INTEGER ? classes.map((_, of) => (to + 1) ** of) : null;
	}

	/** Whether cars and accompanists can be found for these candidates, whatever they cost. */
	possible(chosen: readonly number[]): boolean {
		const { candidates, classOf } = this.options;
		let key = this.weights === null ? '' : 0;
		const classes = chosen.map((i) => classOf[candidates[i]!]!);
		if (this.weights === null) key = classes.sort((a, b) => a - b).join();
		else for (const of of classes) key = (key as number) + this.weights[of]!;
		let known = this.known.get(key);
		if (known === undefined) this.known.set(key, (known = this.place(classes, 0, [], null)));
		return known;
	}

	/** A crew for each team of the pool within every charge, or null. */
	assign(teams: readonly number[]): number[] | null {
		const { charges, classOf } = this.options;
		const budget = charges.map(({ teams: cost, most }) => teams.reduce((left, at) => left - cost[at]!, most));
		const classes = teams.map((at) => classOf[at]!);
		const crews: number[] = [];
		return this.place(classes, 0, crews, budget) ? crews : null;
	}

	private place(classes: readonly number[], at: number, crews: number[], budget: number[] | null): boolean {
		const { costs, charges, classes: all } = this.options;
		if (at === classes.length) return budget === null || this.locksUsed(crews);
		const of = classes[at]!;
		return all[of]!.some(({ crew }, i) => {
			if (budget && charges.some(({ rides }, j) => rides[of]![i]! > budget[j]!)) return false;
			const { vehicle, accompanist, driver } = costs.crews.crews[crew]!;
			const change = (by: 1 | -1) => {
				if (vehicle >= 0) this.vehicles[vehicle]! -= by;
				if (accompanist >= 0) this.accompanists[accompanist]! -= by;
				if (driver >= 0) this.accompanists[driver]! -= by;
				if (budget) charges.forEach(({ rides }, j) => (budget[j]! -= by * rides[of]![i]!));
			};
			change(1);
			crews.push(crew);
			const enough =
				(this.vehicles[vehicle] ?? 0) >= 0 &&
				(this.accompanists[accompanist] ?? 0) >= 0 &&
				(this.accompanists[driver] ?? 0) >= 0;
			const placed = enough && this.place(classes, at + 1, crews, budget);
			if (!placed) crews.pop();
			change(-1);
			return placed;
		});
	}

	/** A lock on a car alone keeps it on the road. */
	private locksUsed(crews: readonly number[]): boolean {
		const { cast, crews: all } = this.options.costs;
		return cast.locks.every(
			({ people }, lock) => people.length > 0 || crews.some((crew) => all.crews[crew]!.lock === lock)
		);
	}
}
