import type { Highs } from 'highs';
import type { Costs, Team } from '../costs';
import { certify, type Certificate } from './certificate';
import type { Choice } from './cover';
import { costAt } from './objective';
import { Relaxation } from './relaxation';
import type { Stage, Stages } from './stages';
import { TeamSearch } from './team-search';
import { sights } from './view';
import type { Weights } from './weights';

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

	search = (stage: Stage, weights: Weights): TeamSearch =>
		new TeamSearch(this.stages, stage, this.certify(stage, weights));

	/** What the best solution known costs for an objective. */
	goal = ({ objective }: Certificate): number => costAt(objective, this.stages.formed.values);

	/**
	 * Lowers the best solution until nothing better is left from `from` on; false when a search gave up. Budgets are
	 * tried from the least on, wider and wider: the bound is most often reached at once.
	 */
	finish(stage: Stage, search: TeamSearch, from: number): boolean {
		const { certificate } = search;
		let reached = from;
		for (let reach = 0; reached < this.goal(certificate);) {
			const most = Math.min(this.goal(certificate) - 1, reached + reach);
			const found = search.within(most);
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
