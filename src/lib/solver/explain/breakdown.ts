import { inOrder, modelOf, type Model, type Solution } from '../model';
import type { LevelName, Visit } from '../plan';
import type { Problem } from '../problem';
import { compare, rules, scoreOf, type Score } from '../score';
import { tallyOf, type Tally } from '../tally';

/** What one rule costs somewhere, in its level's unit: shortfalls, broken promises, or minute-equivalents. */
export interface RuleCost {
	rule: string;
	level: LevelName;
	cost: number;
}

export interface TeamShare {
	team: string;
	score: Score;
	/** Rules that cost this team something. */
	rules: RuleCost[];
	visits: number;
	sectors: number;
	/** Minutes over the rally. */
	travel: number;
	wait: number;
	/** Minutes from departure to return. */
	longestDay: number;
}

export interface CompanyShare {
	company: string;
	score: Score;
	rules: RuleCost[];
	visits: number;
}

/** Where the score of a plan comes from: each point is a team's, a company's, or nobody's in particular. */
export interface Breakdown {
	score: Score;
	/** Every rule, met or not, in the order of the levels. */
	rules: RuleCost[];
	/** Weakest first. */
	teams: TeamShare[];
	/** Costliest first. */
	companies: CompanyShare[];
	common: { score: Score; rules: RuleCost[] };
}

/** A piece of the plan that a rule judges by itself, and whose it is; null is everybody's. */
interface Part {
	team?: number;
	company?: number;
	tally: Tally;
}

export function breakdown(problem: Problem, visits: readonly Visit[]): Breakdown {
	const model = modelOf(problem);
	const solution = solutionOf(model, visits);
	const tally = tallyOf(model, solution);
	const whole = rules.map((rule) => ({ rule: rule.name, level: rule.level, cost: rule.cost(tally) }));
	const teams: RuleCost[][] = model.teams.map(() => []);
	const companies: RuleCost[][] = model.companies.map(() => []);
	const common: RuleCost[] = [];

	rules.forEach((rule, i) => {
		const { level, cost } = whole[i]!;
		let left = cost;
		for (const { team, company, tally: part } of partsOf[rule.name]?.(tally) ?? []) {
			const owner = team !== undefined ? teams[team] : company !== undefined ? companies[company] : undefined;
			const own = owner ? rule.cost(part) : 0;
			left -= own;
			if (owner) add(owner, { rule: rule.name, level, cost: own });
		}
		add(common, { rule: rule.name, level, cost: left });
	});

	return {
		score: scoreOf(model, solution),
		rules: whole,
		teams: model.teams
			.map(({ id }, team) => ({
				team: id,
				score: totalOf(teams[team]!),
				rules: teams[team]!,
				visits: solution[team]!.length,
				sectors: tally.sectors[team]!,
				travel: tally.days[team]!.reduce((sum, { travel }) => sum + travel, 0),
				wait: tally.days[team]!.reduce((sum, { wait }) => sum + wait, 0),
				longestDay: Math.max(...tally.days[team]!.map(({ span }) => span))
			}))
			.sort((a, b) => compare(b.score, a.score)),
		companies: model.companies
			.map(({ id }, company) => ({
				company: id,
				score: totalOf(companies[company]!),
				rules: companies[company]!,
				visits: tally.received[company]!
			}))
			.sort((a, b) => compare(b.score, a.score)),
		common: { score: totalOf(common), rules: common }
	};
}

/** The visits as the rules read them; those of unknown teams or companies are left out. */
export function solutionOf(model: Model, visits: readonly Visit[]): Solution {
	const teams = new Map(model.teams.map(({ id }, i) => [id, i]));
	const companies = new Map(model.companies.map(({ id }, i) => [id, i]));
	const solution: Solution = model.teams.map(() => []);
	for (const { team, company, day, start } of visits) {
		const at = companies.get(company);
		if (at !== undefined) solution[teams.get(team) ?? -1]?.push({ company: at, day, start });
	}
	return solution.map(inOrder);
}

/** Adds a cost to a list that holds each rule once. */
function add(list: RuleCost[], { rule, level, cost }: RuleCost): void {
	const known = list.find((other) => other.rule === rule);
	if (known) known.cost += cost;
	else if (cost !== 0) list.push({ rule, level, cost });
}

function totalOf(list: readonly RuleCost[]): Score {
	const of = (name: LevelName) => list.reduce((sum, { level, cost }) => sum + (level === name ? cost : 0), 0);
	return [of('charter'), of('promises'), of('comfort')];
}

const byTeam = (tally: Tally): Part[] =>
	tally.solution.map((stops, team) => ({
		team,
		tally: {
			...tally,
			model: {
				...tally.model,
				teams: [tally.model.teams[team]!],
				admits: [tally.model.admits[team]!],
				hours: [tally.model.hours[team]!]
			},
			solution: [stops],
			sectors: [tally.sectors[team]!],
			days: [tally.days[team]!]
		}
	}));

const byCompany = (tally: Tally): Part[] =>
	tally.model.companies.map((of, company) => ({
		company,
		tally: { ...tally, model: { ...tally.model, companies: [of] }, received: [tally.received[company]!] }
	}));

/** One part for each thing promised: its team's when it has one, else its company's, else everybody's. */
const byPromise =
	(list: 'pins' | 'published') =>
	(tally: Tally): Part[] =>
		(tally.model.problem[list] ?? []).map((promise) => {
			const { model } = tally;
			const team = model.teams.findIndex(({ id }) => id === promise.team);
			const company = model.companies.findIndex(({ id }) => id === promise.company);
			return {
				...(team >= 0 ? { team } : company >= 0 ? { company } : {}),
				tally: { ...tally, model: { ...model, problem: { ...model.problem, [list]: [promise] } } }
			};
		});

/** How a rule falls apart. One that is not here is common to all: the sums stay exact. */
const partsOf: Record<string, (tally: Tally) => Part[]> = {
	'visit-count': byTeam,
	'sector-variety': byTeam,
	'visits-each-day': byTeam,
	'company-count': byCompany,
	'pins-kept': byPromise('pins'),
	'announced-kept': byPromise('published'),
	'on-the-road': byTeam,
	'fair-travel': byTeam,
	'full-and-varied': byTeam,
	'hiring-seen': byCompany,
	'nothing-added': byTeam
};
