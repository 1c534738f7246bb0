import type { Highs } from 'highs';
import type { Costs, Team } from '../costs';
import { certify, type Certificate } from './certificate';
import { cover, type Charge, type Choice } from './cover';
import { costAt } from './objective';
import { Relaxation } from './relaxation';
import { objectiveCharge, type Stage, type Stages } from './stages';
import { sights } from './view';
import type { Weights } from './weights';

/** Branches tried in one search for teams before it gives up: a few seconds. */
const BRANCHES = 400_000;

/** What the levels share while they are proven one after the other. */
export class Hunt {
	/** Levels proven along with the one before. */
	readonly proven = new Set<number>();

	constructor(
		readonly costs: Costs,
		private readonly highs: Highs,
		readonly stages: Stages
	) {}

	/** The first view that sees all the levels up to this one: what it proves needs no finer view. */
	exactSight(level: number): number {
		return sights.findIndex((seen) => this.costs.order.slice(0, level + 1).every((name) => seen.has(name)));
	}

	/** The level after, when it is a sum that the same view sees. */
	nextSum(level: number): number | null {
		const { order, worst } = this.costs;
		const next = level + 1;
		if (next >= order.length || worst[next] || order[next] === 'teams') return null;
		return this.exactSight(next) === this.exactSight(level) ? next : null;
	}

	relaxation({ view, pool, rides, classOf }: Stage): Relaxation {
		const { costs, highs, stages } = this;
		const settled = stages
			.sums(view)
			.map((level) => ({ level, most: stages.formed.values[level]! }))
			.filter(({ most }) => most > 0);
		const scene = { costs, view, pool, rides, classOf, settled, away: stages.away() };
		return new Relaxation(scene, highs, stages.remaining);
	}

	certify({ sight, view }: Stage, weights: Weights): Certificate {
		return certify(sight, view, this.costs.cast.people.length, weights);
	}

	/**
	 * Teams and rides that cost at most `most`, as good on the settled levels as the best known: null when there are
	 * none, undefined when the search gave up. `off` limits how far the number of teams goes from the one wanted.
	 */
	find(stage: Stage, certificate: Certificate, most: number, off = Infinity): Choice | null | undefined {
		const { costs, stages } = this;
		const { above, below } = stages.away();
		const { wanted } = costs.cast.count;
		const { view, pool, rides, classOf } = stage;
		const first = stages.charge(certificate, stage, 1000 * most - certificate.weights.bound);
		let branches = 0;
		return cover({
			costs,
			view,
			pool,
			candidates: cheapest(stage, first),
			classOf,
			classes: rides.classes,
			charges: [first, objectiveCharge(certificate.objective, stage, most), ...stages.charges(stage)],
			from: wanted - Math.min(off, below),
			to: wanted + Math.min(off, above),
			stop: () => ++branches > BRANCHES || (branches % 1024 === 0 && stages.remaining() <= 0)
		});
	}

	/** What the best solution known costs for an objective. */
	goal = ({ objective }: Certificate): number => costAt(objective, this.stages.formed.values);

	/**
	 * Lowers the best solution until nothing better is left from `from` on; false when a search gave up. Budgets are
	 * tried from the least on, wider and wider: the bound is most often reached at once.
	 */
	finish(stage: Stage, certificate: Certificate, from: number): boolean {
		let reached = from;
		for (let reach = 0; reached < this.goal(certificate);) {
			const most = Math.min(this.goal(certificate) - 1, reached + reach);
			const found = this.find(stage, certificate, most);
			if (found === undefined) return false;
			if (found) this.take(stage, found);
			else reached = most + 1;
			reach = found ? 0 : reach * 2 + 1;
		}
		return true;
	}

	/** Makes a choice the best solution known. */
	take({ view, pool }: Stage, { teams, crews }: Choice): void {
		const copies = view.units.map(() => 0);
		const formed = teams.map((at, i): Team => {
			const units = [...pool.units.subarray(pool.starts[at]!, pool.starts[at + 1]!)];
			const members = units.flatMap((unit) => view.units[unit]!.copies[copies[unit]!++]!);
			return { members: members.sort((a, b) => a - b), crew: crews[i]! };
		});
		this.stages.formed = { teams: formed, values: this.costs.all(formed) };
	}

	/** A level is proven along with the one before: what proved it is kept. */
	prove(level: number, certificate: Certificate): void {
		this.proven.add(level);
		this.stages.certificates.push(certificate);
	}
}

/** Teams of a stage within a charge, cheapest first. */
function cheapest({ pool, classOf, rides }: Stage, { teams, rides: ofRides, most }: Charge): Int32Array {
	const least = rides.classes.map((_, at) => Math.min(...ofRides[at]!));
	const price = Float64Array.from({ length: pool.size }, (_, at) => teams[at]! + least[classOf[at]!]!);
	return Int32Array.from({ length: pool.size }, (_, at) => at)
		.filter((at) => price[at]! <= most)
		.sort((a, b) => price[a]! - price[b]! || a - b);
}
