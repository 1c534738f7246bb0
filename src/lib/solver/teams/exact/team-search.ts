import type { Certificate } from './certificate';
import { cover, type Charge, type Choice } from './cover';
import { objectiveCharge, type Stage, type Stages } from './stages';

/** Branches tried in one search before it gives up: a few seconds. */
const BRANCHES = 400_000;

/** Looks for teams of a stage, guided by a certificate: budgets change, what teams cost does not. */
export class TeamSearch {
	private readonly first: Omit<Charge, 'most'>;
	private readonly objective: Omit<Charge, 'most'>;
	private readonly others: Charge[];
	/** Teams of the pool, cheapest first by the certificate, and what each is charged, its ride included. */
	private readonly sorted: Int32Array;
	private readonly prices: Float64Array;

	constructor(
		private readonly stages: Stages,
		private readonly stage: Stage,
		readonly certificate: Certificate
	) {
		const { pool, classOf } = stage;
		this.first = stages.charge(certificate, stage, 0);
		this.objective = objectiveCharge(certificate.objective, stage, 0);
		this.others = stages.charges(stage);
		const least = this.first.rides.map((of) => Math.min(...of));
		const price = Float64Array.from(
			{ length: pool.size },
			(_, at) => this.first.teams[at]! + least[classOf[at]!]!
		);
		this.sorted = Int32Array.from({ length: pool.size }, (_, at) => at).sort(
			(a, b) => price[a]! - price[b]! || a - b
		);
		this.prices = Float64Array.from(this.sorted, (at) => price[at]!);
	}

	/**
	 * Teams and rides that cost at most `most`, as good on the settled levels as the best known: null when there are
	 * none, undefined when the search gave up. `off` limits how far the number of teams goes from the one wanted.
	 */
	within(most: number, off = Infinity): Choice | null | undefined {
		const { stages, stage } = this;
		const { above, below } = stages.away();
		const { wanted } = stages.costs.cast.count;
		const budget = 1000 * most - this.certificate.weights.bound;
		const beyond = this.prices.findIndex((price) => price > budget);
		let branches = 0;
		return cover({
			costs: stages.costs,
			view: stage.view,
			pool: stage.pool,
			candidates: beyond < 0 ? this.sorted : this.sorted.subarray(0, beyond),
			classOf: stage.classOf,
			classes: stage.rides.classes,
			charges: [{ ...this.first, most: budget }, { ...this.objective, most }, ...this.others],
			from: wanted - Math.min(off, below),
			to: wanted + Math.min(off, above),
			stop: () => ++branches > BRANCHES || (branches % 1024 === 0 && stages.remaining() <= 0)
		});
	}
}
