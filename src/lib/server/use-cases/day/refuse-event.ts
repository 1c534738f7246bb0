import type { Challenge } from '$lib/domain/challenge/library';
import { readHalfDay, type IsoDate, type Minutes } from '$lib/domain/calendar';
import { readStopKey, type DayEvent, type StopKey } from '$lib/domain/day/event';
import { MEETING, type Plan, type PlannedTeam } from '$lib/domain/plan';
import { expectedHalfDays } from '$lib/domain/presence';
import type { Rally } from '$lib/domain/rally';

/** What an event is held against. */
export interface Ground {
	rally: Pick<Rally, 'programme'>;
	/** The team whose link it came by. */
	letter: string;
	/** Today, in the rally's place. */
	date: IsoDate;
	/** The version in force first, then older ones that the events name. */
	plans: Pick<Plan, 'number' | 'teams'>[];
	/** Ids of what came into force, one after the other. */
	publications: ReadonlySet<string>;
	/** All that can be played: those not chosen, or written and taken away since, too. */
	challenges: readonly Challenge[];
	/** Events already there, those of the same batch included, by id. */
	log: Map<string, DayEvent>;
}

type Dated = DayEvent & { at: { date: IsoDate; minutes: Minutes } };

/** Why an event of a team's phone cannot be taken, in French; null when it can. */
export function refusalOf({ said, at }: Dated, ground: Ground): string | null {
	const teams = ground.plans.flatMap(({ teams }) => teams.filter(({ letter }) => letter === ground.letter));
	if (teams.length === 0) return 'Le planning de cette équipe n’est pas publié.';
	switch (said.kind) {
		case 'undo': {
			const target = ground.log.get(said.of);
			if (!target) return 'L’action à reprendre n’a pas été reçue.';
			if (target.said.kind === 'seen') return 'Ce qui a été vu l’a été.';
			// The organiser's own lines are the organiser's to take back.
			return target.team === ground.letter && target.by === '' ? null : 'Cette action n’est pas la vôtre.';
		}
		case 'seen':
			return ground.publications.has(said.publication) ? null : 'Ce planning n’est pas celui de ce rallye.';
		case 'presence': {
			const { date } = readHalfDay(said.half)!;
			if (!teams.some(({ memberIds }) => memberIds.includes(said.person)))
				return 'Cette personne n’est pas de votre équipe.';
			if (!expectedHalfDays(ground.rally.programme).some(({ key }) => key === said.half))
				return 'Cette demi-journée n’est pas du rallye.';
			return tooEarly(date, at.date, ground);
		}
		default: {
			if (said.kind === 'points') {
				// One that is chosen no more is taken all the same: it may be chosen again.
				const challenge = ground.challenges.find(({ id }) => id === said.challenge);
				if (!challenge) return 'Ce défi n’existe pas.';
				if (said.points > challenge.points) return `Ce défi rapporte au plus ${challenge.points} points.`;
			}
			if (said.stop === null) {
				const first = ground.rally.programme[0]?.date;
				return first ? tooEarly(first, at.date, ground) : 'Ce rallye n’a pas de jour.';
			}
			if (!teams.some((team) => stops(team, said.stop!))) return 'Cette visite n’est pas de votre équipe.';
			return tooEarly(readStopKey(said.stop)!.date, at.date, ground);
		}
	}
}

/** Neither by the phone's clock, put right, nor by ours. */
const tooEarly = (day: IsoDate, at: IsoDate, { date }: Ground): string | null =>
	at < day || date < day ? 'Cette journée n’a pas encore commencé.' : null;

/** Whether the team goes there that day; the way back is on every day it visits. */
function stops(team: Pick<PlannedTeam, 'visits'>, key: StopKey): boolean {
	const { date, companyId, nth } = readStopKey(key)!;
	const visits = team.visits.filter((visit) => visit.date === date);
	return companyId === MEETING
		? visits.length > 0
		: visits.filter((visit) => visit.companyId === companyId).length >= nth;
}
