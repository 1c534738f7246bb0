import type { Names, TeamNames } from '../explain';
import type { HandGround } from './ground';
import { judge, type HandPlan } from './judge';
import { troublesOf, type Trouble } from './troubles';

/** A team that somebody could join, and what would come of it. */
export interface RankedTeam {
	team: string;
	/** People once they have joined. */
	size: number;
	/** Seats left then; null without a vehicle. */
	left: number | null;
	/** What would no longer hold, and what would hold again. */
	adds: Trouble[];
	ends: Trouble[];
	/** People there of the same gender, and from the same prescriber or former trade. */
	alike: number;
}

type Words = Names & Omit<TeamNames, 'team'>;
const order = ['broken', 'short', 'wish'] as const;

/**
 * Which team somebody would best join, all else staying as it is: seats, needs, the hosts' own conditions, wishes, then
 * who is less alike. Never refused: what it would break is told.
 */
export function bestTeams(ground: HandGround, plan: HandPlan, person: string, words: Words): RankedTeam[] {
	const before = troublesOf(judge(ground, plan), plan, words);
	return teamsToJoin(plan, person)
		.map((letter) => joining(ground, plan, { person, letter, words, before }))
		.sort(byWorth);
}

export const teamsToJoin = ({ crews }: HandPlan, person: string): string[] =>
	crews.filter(({ memberIds }) => !memberIds.includes(person)).map(({ letter }) => letter);

/** What would come of somebody joining that team. The whole plan is judged again: a table of thirty teams asks one by one. */
export function joining(
	ground: HandGround,
	plan: HandPlan,
	{
		person,
		letter,
		words,
		before
	}: { person: string; letter: string; words: Words; before: readonly Trouble[] }
): RankedTeam {
	const crews = plan.crews.map((crew) => {
		const others = crew.memberIds.filter((id) => id !== person);
		return { ...crew, memberIds: crew.letter === letter ? [...others, person] : others };
	});
	const then = { ...plan, crews };
	const after = troublesOf(judge(ground, then), then, words);
	const without = (some: readonly Trouble[], others: readonly Trouble[]) =>
		some.filter(({ says }) => !others.some((one) => one.says === says));
	const crew = crews.find((one) => one.letter === letter)!;
	const { participants, vehicles } = ground.riders;
	const seats = vehicles.find(({ id }) => id === crew.vehicleId)?.seats;
	const drivers = crew.driverId === null ? 1 : 2;
	const rider = participants.find(({ id }) => id === person);
	const same = (one: string | null, other: string | null | undefined) => one !== null && one === other;
	return {
		team: letter,
		size: crew.memberIds.length,
		left: seats === undefined ? null : seats - drivers - crew.memberIds.length,
		adds: without(after, before),
		ends: without(before, after),
		alike: participants.filter(
			(one) =>
				one.id !== person &&
				crew.memberIds.includes(one.id) &&
				(same(one.prescriber, rider?.prescriber) || same(one.formerSector, rider?.formerSector))
		).length
	};
}

/** What is broken first, then what is missing, then wishes; of equal ones, who is less alike, then the smallest. */
export const byWorth = (a: RankedTeam, b: RankedTeam): number =>
	order.map((weight) => worse(a, weight) - worse(b, weight)).find((by) => by !== 0) ||
	a.alike - b.alike ||
	a.size - b.size ||
	a.team.localeCompare(b.team);

const worse = ({ adds, ends }: RankedTeam, weight: Trouble['weight']): number =>
	adds.filter((one) => one.weight === weight).length - ends.filter((one) => one.weight === weight).length;
