import type { Cast } from './cast';
import { isAlone } from './criteria/alone';
import { openHosts } from './criteria/hosts';
import type { Costs, Team } from './costs';

/** What ties somebody to their team, as facts: numbers and ids, never somebody's status or why a wish was made. */
export type Hold =
	| { kind: 'locked' }
	| { kind: 'together'; people: string[] }
	/** Somebody not to ride with, who rides in that team. */
	| { kind: 'apart'; person: string; team: number }
	/** The car has an adapted place; `teams` are the others that have one free. */
	| { kind: 'adapted-place'; teams: number[] }
	/** Must be back by then, minutes since midnight; `others` of the team must be back as early. */
	| { kind: 'hours'; backBy: number; others: number }
	/** Hosts whose conditions leave the person out, and how many the team could not visit without them either. */
	| { kind: 'hosts'; refusing: number; lostAnyway: number }
	/** Others who would be left alone of a gender or of an age in the team. */
	| { kind: 'company'; people: number }
	/** Traits shared with the rest of the team, and with each other team at least. */
	| { kind: 'mix'; shared: number; leastElsewhere: number }
	/** Others of the team who live in the same place: one ride to the meeting point for all. */
	| { kind: 'neighbours'; people: number };

export function holdsOf(costs: Costs, teams: readonly Team[], one: number, mine: number): Hold[] {
	const { cast } = costs;
	const id = (person: number) => cast.people[person]!.id;
	const teamOf = (person: number) => teams.findIndex(({ members }) => members.includes(person));
	const rest = teams[mine]!.members.filter((person) => person !== one);
	const holds: Hold[] = [];
	if (cast.lockOf[one]! >= 0) holds.push({ kind: 'locked' });
	const together = cast.together[one]!.filter((other) => rest.includes(other));
	if (together.length > 0) holds.push({ kind: 'together', people: together.map(id) });
	for (const other of cast.apart[one]!) {
		const team = teamOf(other);
		if (team >= 0 && team !== mine) holds.push({ kind: 'apart', person: id(other), team });
	}
	if (cast.inChair[one] && costs.crews.crews[teams[mine]!.crew]!.wheelchairPlaces > 0)
		holds.push({
			kind: 'adapted-place',
			teams: others(teams, mine).filter((at) => freeChair(costs, teams[at]!))
		});
	if (cast.early[one]! > 0) {
		const others = rest.filter((person) => cast.early[person]! >= cast.early[one]!).length;
		holds.push({ kind: 'hours', backBy: cast.problem.endsAt - cast.early[one]!, others });
	}
	const refusing = cast.hostSets.sets[cast.refused.people[one]!]!.length;
	if (refusing > 0)
		holds.push({ kind: 'hosts', refusing, lostAnyway: refusing - lostFor(costs, teams[mine]!, one) });
	const left = leftAlone(cast, rest, teams[mine]!.members);
	if (left > 0) holds.push({ kind: 'company', people: left });
	const alike = (members: readonly number[]) =>
		members.reduce((sum, other) => sum + cast.alike[one * cast.people.length + other]!, 0);
	const elsewhere = others(teams, mine).map((at) => alike(teams[at]!.members));
	if (elsewhere.length > 0)
		holds.push({ kind: 'mix', shared: alike(rest), leastElsewhere: Math.min(...elsewhere) });
	const neighbours =
		cast.home[one]! < 0 ? 0 : rest.filter((person) => cast.home[person] === cast.home[one]).length;
	if (neighbours > 0) holds.push({ kind: 'neighbours', people: neighbours });
	return holds;
}

const others = (teams: readonly Team[], mine: number): number[] =>
	[...teams.keys()].filter((at) => at !== mine);

function freeChair({ cast, crews }: Costs, { members, crew }: Team): boolean {
	const taken = members.filter((person) => cast.inChair[person]).length;
	return crews.crews[crew]!.wheelchairPlaces > taken;
}

/** Hosts that the team could visit but for this person, at the size it has. */
function lostFor({ cast, crews }: Costs, { members, crew }: Team, one: number): number {
	const refused = (people: readonly number[]) =>
		people.reduce(
			(set, person) => cast.hostSets.join(set, cast.refused.people[person]!),
			cast.refused.sizes[members.length]!
		);
	const open = (people: readonly number[]) =>
		openHosts(cast, { refused: refused(people) }, crews.crews[crew]!);
	return open(members.filter((person) => person !== one)) - open(members);
}

/** How many others would be left alone of a gender or an age, who are not now. */
function leftAlone({ kinds }: Cast, rest: readonly number[], members: readonly number[]): number {
	return rest.filter((person) =>
		[kinds.gender, kinds.ageBand].some(
			(kind) => isAlone(kind, rest, person) && !isAlone(kind, members, person)
		)
	).length;
}
