import type { Hunt } from './hunt';
import type { Objective } from './objective';
import type { Stage } from './stages';

/**
 * The least a level that is a sum can cost, as one view sees it, known to be `from` or more. The exact view also
 * improves the best solution until it costs just that, unless time runs out.
 */
export function lowestSum(hunt: Hunt, level: number, sight: number, from: number): number {
	const { costs } = hunt;
	const exact = sight === hunt.exactSight(level);
	// Few teams leave nobody alone: those are looked at first, and whom they lose guides the search among them.
	if (exact && costs.order[level] === 'alone') return lowestAlone(hunt, level, sight, from);
	const value = () => hunt.stages.formed.values[level]!;
	const stage = hunt.stages.stage(sight, [level], value());
	if (!stage) return from;
	const relaxed = relax(hunt, stage, { level }, value());
	if (!relaxed) return from;
	const { search, bound: least } = relaxed;
	let bound = Math.max(from, least);
	for (let reach = 0; exact && bound < value();) {
		const most = Math.min(value() - 1, bound + reach);
		const found = search.within(most, costs.order[level] === 'teams' ? most : Infinity);
		if (found === undefined) break;
		if (found) hunt.take(stage, found);
		else bound = most + 1;
		reach = found ? 0 : reach * 2 + 1;
	}
	hunt.stages.certificates.push(search.certificate);
	return bound;
}

/** Tries limits from `from` on, each with only the teams that keep to it; the level after is made least as well. */
function lowestAlone(hunt: Hunt, level: number, sight: number, from: number): number {
	const { stages } = hunt;
	const guide = hunt.nextSum(level);
	for (let limit = from; limit < stages.formed.values[level]!; limit++) {
		const stage = stages.stage(sight, guide === null ? [level] : [level, guide], limit);
		if (!stage) return limit;
		const weight = guide === null ? 1 : 1 + mostInAll(hunt, stage, guide);
		const objective: Objective = guide === null ? { level } : { level: guide, before: { level, weight } };
		const relaxed = relax(hunt, stage, objective, weight * (limit + 1));
		if (!relaxed) return limit;
		const { search, bound } = relaxed;
		for (let reached = bound, reach = 0; reached < weight * (limit + 1); reach = reach * 2 + 1) {
			const most = Math.min(weight * (limit + 1) - 1, reached + reach);
			const found = search.within(most);
			if (found === undefined) return limit;
			if (found) {
				hunt.take(stage, found);
				if (hunt.finish(stage, search, reached) && guide !== null) hunt.prove(guide, search.certificate);
				return limit;
			}
			reached = most + 1;
		}
	}
	return stages.formed.values[level]!;
}

function relax(hunt: Hunt, stage: Stage, objective: Objective, target: number) {
	const relaxation = hunt.relaxation(stage);
	try {
		const weights = relaxation.relax(objective, stage.mine, target);
		return weights && { search: hunt.search(stage, weights), bound: Math.ceil(weights.bound / 1000) };
	} finally {
		relaxation.dispose();
	}
}

/** Most that a level can cost in all, by the dearest team and the dearest ride. */
function mostInAll({ costs, stages }: Hunt, { pool, rides }: Stage, level: number): number {
	let [team, ride] = [0, 0];
	for (let at = 0; at < pool.size; at++) team = Math.max(team, pool.cost[level]![at]!);
	for (const list of rides.classes) for (const { values } of list) ride = Math.max(ride, values[level]!);
	return (costs.cast.count.wanted + stages.away().above) * (team + ride);
}
