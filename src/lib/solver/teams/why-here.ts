import { castTeams } from './cast-teams';
import { compare, type Costs, type Team, type Values } from './costs';
import { findingsOf, remarksOf } from './findings';
import { costsOf } from './form-teams';
import { holdsOf, type Hold } from './holds';
import type { FormedTeam, Level, TeamFinding, TeamForming, TeamFormingProblem, TeamRemark } from './problem';

/** A level that a change makes better (`by` under 0) or worse, in the level's own unit. */
export interface Shift {
	level: Level;
	by: number;
}

/** One change of teams, cars and crews staying where they are. */
export interface Change {
	/** Index of the team that the person would join. */
	team: number;
	/** Who would come in return; null when the person moves alone. */
	against: string | null;
	/** The levels that change, in the order in which they are compared: the first decides. */
	shifts: Shift[];
	/** What would break a rule or a wish that holds now, or leave a team thin for half a day. */
	broken: (TeamFinding | Thin)[];
}

/** Why somebody rides where they do. Reads no status: the problem has none. */
export interface WhyHere {
	person: string;
	team: number;
	holds: Hold[];
	/** For each other team, in order: the move alone and the best swap with one of its people, as far as locks let. */
	elsewhere: { team: number; move: Change | null; swap: Change | null }[];
	/** The best of them all; null when there is none. */
	bestMove: Change | null;
	bestSwap: Change | null;
}

type Thin = Extract<TeamRemark, { kind: 'few-present' }>;
type Formed = Pick<TeamForming, 'teams' | 'wanted'>;

/** Null when the person rides in none of these teams, or the teams no longer are of this problem. */
export function whyHere(problem: TeamFormingProblem, forming: Formed, person: string): WhyHere | null {
	const costs = costsOf(problem, forming.wanted);
	const teams = castTeams(costs, forming.teams);
	const one = costs.cast.people.findIndex(({ id }) => id === person);
	const mine = teams?.findIndex(({ members }) => members.includes(one)) ?? -1;
	if (!teams || mine < 0) return null;
	const trials = new Trials(costs, teams, forming.teams);
	const elsewhere = [...teams.keys()]
		.filter((team) => team !== mine)
		.map((team) => ({
			team,
			move: trials.change(one, mine, team, null),
			swap: best(teams[team]!.members.flatMap((other) => trials.change(one, mine, team, other) ?? []))
		}));
	const strip = (trial: Trial | null): Change | null => trial && trials.told(trial, mine);
	return {
		person,
		team: mine,
		holds: holdsOf(costs, teams, one, mine),
		elsewhere: elsewhere.map(({ team, move, swap }) => ({ team, move: strip(move), swap: strip(swap) })),
		bestMove: strip(best(elsewhere.flatMap(({ move }) => move ?? []))),
		bestSwap: strip(best(elsewhere.flatMap(({ swap }) => swap ?? [])))
	};
}

interface Trial {
	team: number;
	/** Index of the person, and of the one who comes in return or -1. */
	one: number;
	other: number;
	values: Values;
}

const best = (trials: readonly Trial[]): Trial | null =>
	trials.reduce<Trial | null>((a, b) => (a && compare(a.values, b.values) <= 0 ? a : b), null);

/** Moves and swaps of one person, their levels recomputed for the two teams they touch. */
class Trials {
	private readonly ofTeam: Values[];
	private readonly now: Values;
	private readonly findings: Set<string>;

	constructor(
		private readonly costs: Costs,
		private readonly teams: readonly Team[],
		private readonly formed: readonly FormedTeam[]
	) {
		this.ofTeam = teams.map((team) => costs.team(team));
		this.now = costs.total(this.ofTeam);
		this.findings = new Set(this.wrong(formed).map(key));
	}

	/** Null when a lock forbids it, or a team would be left empty. */
	change(one: number, from: number, to: number, other: number | null): Trial | null {
		const { cast } = this.costs;
		const held = (person: number) => cast.lockOf[person]! >= 0;
		const closed = ({ members }: Team) => members.some((person) => cast.locks[cast.lockOf[person]!]?.closed);
		if (held(one) || (other !== null && held(other))) return null;
		if (closed(this.teams[from]!) || closed(this.teams[to]!)) return null;
		const leaving = this.teams[from]!.members.filter((person) => person !== one);
		const joined = this.teams[to]!.members.filter((person) => person !== other);
		if (leaving.length === 0 && other === null) return null;
		const ascending = (people: number[]) => people.sort((a, b) => a - b);
		const values = [...this.ofTeam];
		values[from] = this.costs.team({
			...this.teams[from]!,
			members: ascending(other === null ? leaving : [...leaving, other])
		});
		values[to] = this.costs.team({ ...this.teams[to]!, members: ascending([...joined, one]) });
		return { team: to, one, other: other ?? -1, values: this.costs.total(values) };
	}

	told({ team, one, other, values }: Trial, from: number): Change {
		const { people } = this.costs.cast;
		const [id, against] = [people[one]!.id, people[other]?.id ?? null];
		const after = this.formed.map((formed, at): FormedTeam => {
			const [out, into] = at === from ? [id, against] : at === team ? [against, id] : [null, null];
			const stay = formed.members.filter((member) => member !== out);
			return { ...formed, members: into === null ? stay : [...stay, into] };
		});
		return {
			team,
			against,
			shifts: this.costs.order
				.map((level, at) => ({ level, by: values[at]! - this.now[at]! }))
				.filter(({ by }) => by !== 0),
			broken: this.wrong(after).filter((one) => !this.findings.has(key(one)))
		};
	}

	/** Whoever is alone of a kind is a level of its own, and told as such. */
	private wrong(teams: readonly FormedTeam[]): Change['broken'] {
		const { problem } = this.costs.cast;
		return [
			...findingsOf(problem, teams).filter(({ kind }) => kind !== 'alone-of-gender'),
			...remarksOf(problem, teams).filter((remark) => remark.kind === 'few-present')
		];
	}
}

const key = (finding: Change['broken'][number]): string => JSON.stringify(finding);
