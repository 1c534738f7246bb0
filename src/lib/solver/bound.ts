import type { Model } from './model';
import { bestTeamPlan, CHARTER, mostCandidates } from './search/team-plan';
import type { Score } from './score';

/**
 * What no plan can beat: each team planned at its best as if it were alone. Sums over teams; what couples them
 * (shared hosts, promises, recruiters) can only cost more. With more companies than a set holds, only 0 is sure.
 */
export function lowerBound(model: Model): Score {
	if (model.companies.length > mostCandidates(model)) return [0, 0, 0];
	const candidates = model.companies.map((_, company) => company);
	// The day's cheapest route may not be the one with least road: the fair-share rule is left out of a bound.
	const problem = { ...model.problem, comfort: { ...model.problem.comfort, unfairTravel: 0 } };
	const known = new Map<string, number>();
	let charter = 0;
	let comfort = 0;
	model.teams.forEach((_, team) => {
		const key = JSON.stringify([model.admits[team], model.hours[team]]);
		const cost =
			known.get(key) ??
			bestTeamPlan({ model: { ...model, problem }, solution: [], team, candidates, alone: true }).cost;
		known.set(key, cost);
		charter += Math.floor(cost / CHARTER);
		comfort += cost % CHARTER;
	});
	// Fewer charter points can be had for more comfort, never the other way round: the two bounds hold together
	// only when the charter can be met.
	return [charter, 0, charter === 0 ? Math.ceil(comfort - 1e-6) : 0];
}
