import { halfDaysOf, noonOf, type IsoDate, type Minutes } from '../calendar';
import { addressOf } from '../address';
import { hostVisits, type HostVisit } from '../host-visits';
import { teamDays } from '../itinerary';
import type { Participant } from '../participant';
import type { Plan, PlannedTeam } from '../plan';
import type { Rally } from '../rally';

export const recipientKinds = {
	company: 'Entreprises',
	accompanist: 'Accompagnateurs',
	participant: 'Participants'
} as const;
export type RecipientKind = keyof typeof recipientKinds;

/** A team’s hours as told to who rides with it. */
export interface ToldTeam {
	letter: string;
	days: {
		date: IsoDate;
		departure: Minutes;
		visits: { companyId: string; from: Minutes; to: Minutes }[];
	}[];
}

/** What somebody is told of a plan: hours, places and numbers of people. Never who, nor anything about anybody. */
export type Told =
	| { kind: 'company'; visits: HostVisit[] }
	| { kind: 'accompanist'; place: string; teams: ToldTeam[] }
	| {
			kind: 'participant';
			/** Null for somebody who is in no team any more. */
			team: string | null;
			meeting: { date: IsoDate; at: Minutes; place: string } | null;
	  };

export interface Recipient {
	kind: RecipientKind;
	id: string;
	told: Told;
}

type Known = Pick<Rally, 'programme' | 'meetingPoint'>;
type Person = Pick<Participant, 'id' | 'absences'>;

/** Everybody whom a plan concerns, with what it says to each. `people` are those still enrolled. */
export function recipientsOf(plan: Plan, rally: Known, people: readonly Person[]): Recipient[] {
	const companies = [...new Set(plan.teams.flatMap(({ visits }) => visits.map((one) => one.companyId)))];
	const crew = [
		...new Set(plan.teams.flatMap(({ accompanistId, driverId }) => [accompanistId, driverId]))
	].filter((id) => id !== null);
	const place = placeOf(rally);
	return [
		...companies.map((id): Recipient => ({
			kind: 'company',
			id,
			told: { kind: 'company', visits: hostVisits(plan, id) }
		})),
		...crew.map((id): Recipient => {
			const teams = plan.teams
				.filter(({ accompanistId, driverId }) => accompanistId === id || driverId === id)
				.map((team) => toldTeam(plan, team, rally));
			return { kind: 'accompanist', id, told: { kind: 'accompanist', place, teams } };
		}),
		...people.flatMap((person): Recipient[] => {
			const team = plan.teams.find(({ memberIds }) => memberIds.includes(person.id));
			if (!team) return [];
			const meeting = firstMeeting(plan, team, rally, person);
			return [
				{
					kind: 'participant',
					id: person.id,
					told: { kind: 'participant', team: team.letter, meeting: meeting && { ...meeting, place } }
				}
			];
		})
	];
}

export const toldTeam = (
	plan: Plan,
	team: PlannedTeam,
	{ programme }: Pick<Rally, 'programme'>
): ToldTeam => ({
	letter: team.letter,
	days: teamDays(plan, team, programme).map(({ day, departure, steps }) => ({
		date: day.date,
		departure,
		visits: steps.flatMap((step) =>
			step.kind === 'visit' ? [{ companyId: step.visit.companyId, from: step.from, to: step.to }] : []
		)
	}))
});

/** What there is left to say to somebody whom the plan does not concern any more. */
export const nothingFor = (kind: RecipientKind): Told =>
	kind === 'company'
		? { kind, visits: [] }
		: kind === 'accompanist'
			? { kind, place: '', teams: [] }
			: { kind, team: null, meeting: null };

const placeOf = ({ meetingPoint: place }: Pick<Rally, 'meetingPoint'>): string =>
	place ? [place.label, addressOf(place)].filter(Boolean).join(', ') : '';

/** Where a person first joins their team: at the day’s first hour, or when the team leaves if it starts with visits. */
function firstMeeting(
	plan: Plan,
	team: PlannedTeam,
	{ programme }: Pick<Rally, 'programme'>,
	{ absences }: Person
): { date: IsoDate; at: Minutes } | null {
	const half = halfDaysOf(programme).find(({ key, kind }) => kind !== 'free' && !absences.includes(key));
	const day = programme.find(({ date }) => date === half?.date);
	if (!half || !day) return null;
	const begins = half.part === 'morning' ? day.start : Math.max(day.start, noonOf(day));
	if (half.kind !== 'visits') return { date: day.date, at: begins };
	const leaves = toldTeam(plan, team, { programme: [day] }).days[0]?.departure;
	return { date: day.date, at: Math.max(leaves ?? begins, half.part === 'morning' ? 0 : begins) };
}
