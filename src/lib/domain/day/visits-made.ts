import { halfDay, noonOf, type HalfDay, type IsoDate, type Minutes, type ProgrammeDay } from '../calendar';
import { wallClock } from '../clock';
import { teamDays } from '../itinerary';
import type { Plan } from '../plan';
import { isReturn, readStopKey, type DayEvent, type StopKey } from './event';
import { presenceOf, presenceTable, type PresenceSaid } from './presence-log';
import { plannedStops, type PlannedStop } from './stops';
import { teamState, type StopState } from './team-state';

/**
 * What became of one visit for one person. `made`: there, and the team said it was there too; `unmarked`: there, and
 * nothing was said of the visit, which is over by the plan; `unsaid`: nobody said whether the person was there.
 */
export type VisitOutcome = 'made' | 'unmarked' | 'missed' | 'away' | 'unsaid' | 'to-come';

export interface PersonVisit {
	stop: StopKey;
	team: string;
	companyId: string;
	half: HalfDay;
	outcome: VisitOutcome;
}

/** What the plan promises somebody and what really happened, counted in distinct companies and never mixed. */
export interface PersonVisits {
	person: string;
	/** Empty for somebody who left every team after visiting with one. */
	team: string;
	planned: number;
	/** Companies really visited: the person was present and the team's visit was not missed. */
	done: number;
	/** Of those, how many stand on the presence alone, the team having said nothing of the visit. */
	unmarked: number;
	/** Visits over of which nobody said whether the person was there: neither done nor lost. */
	unsaid: number;
	visits: PersonVisit[];
}

type Followed = Pick<Plan, 'teams' | 'breaks' | 'travel' | 'bufferMinutes'>;

interface TeamVisit {
	stop: PlannedStop;
	state: StopState;
	team: string;
	half: HalfDay;
}

/**
 * Visits really made by each person of the plan. Somebody who changed teams on a half-day is counted in the car whose
 * phone said they were present.
 */
export function visitsMade(
	plan: Followed,
	programme: readonly ProgrammeDay[],
	events: readonly DayEvent[],
	now: { date: IsoDate; minutes: Minutes }
): PersonVisits[] {
	const presence = presenceTable(events);
	const byTeam = new Map(
		plan.teams.map((team) => [
			team.letter,
			teamDays(plan, team, programme).flatMap((day): TeamVisit[] => {
				const stops = plannedStops(day);
				const states = teamState(team.letter, day.day.date, stops, events).stops;
				return stops
					.filter(({ key }) => !isReturn(key))
					.map((stop) => ({
						stop,
						state: states.find(({ key }) => key === stop.key)!,
						team: team.letter,
						half: halfDay(day.day.date, stop.from < noonOf(day.day) ? 'morning' : 'afternoon')
					}));
			})
		])
	);
	const halves = [...new Set([...byTeam.values()].flat().map(({ half }) => half))];
	const toured = (person: string, own: string | null): PersonVisit[] =>
		halves.flatMap((half) => {
			const said = presenceOf(presence, person, half);
			const letter = said?.team && byTeam.has(said.team) ? said.team : own;
			return (byTeam.get(letter ?? '') ?? [])
				.filter((visit) => visit.half === half)
				.map((visit): PersonVisit => ({
					stop: visit.stop.key,
					team: visit.team,
					companyId: readStopKey(visit.stop.key)!.companyId,
					half,
					outcome: outcomeOf(visit, said, now)
				}));
		});
	const members = plan.teams.flatMap((team) =>
		team.memberIds.map((person) => {
			const planned = new Set(team.visits.map(({ companyId }) => companyId)).size;
			return counted(person, team.letter, planned, toured(person, team.letter));
		})
	);
	// Who went home for good is in no team any more; what they visited before, they visited.
	const seated = new Set(members.map(({ person }) => person));
	const gone = [...new Set([...presence.values()].map(({ person }) => person))].filter(
		(id) => !seated.has(id)
	);
	return [
		...members,
		...gone.map((person) => counted(person, '', 0, toured(person, null))).filter(({ done }) => done > 0)
	];
}

function counted(person: string, team: string, planned: number, visits: PersonVisit[]): PersonVisits {
	const companies = (...kinds: VisitOutcome[]) =>
		new Set(visits.filter(({ outcome }) => kinds.includes(outcome)).map(({ companyId }) => companyId));
	const done = companies('made', 'unmarked');
	return {
		person,
		team,
		planned,
		done: done.size,
		unmarked: done.size - companies('made').size,
		unsaid: [...companies('unsaid')].filter((id) => !done.has(id)).length,
		visits
	};
}

function outcomeOf(
	{ stop, state, half }: TeamVisit,
	said: PresenceSaid | null,
	now: { date: IsoDate; minutes: Minutes }
): VisitOutcome {
	const { date } = readStopKey(stop.key)!;
	const marked = state.arrived !== null || state.started !== null || state.finished !== null;
	const over = now.date > date || (now.date === date && now.minutes >= stop.to);
	if (state.phase === 'missed') return 'missed';
	if (!marked && !over) return 'to-come';
	if (!said) return 'unsaid';
	const there =
		said.state === 'present' ||
		(said.state === 'left' && said.from !== null && endOf(stop, state, half) <= said.from);
	if (!there) return 'away';
	return marked ? 'made' : 'unmarked';
}

/** When the visit was over: as said, otherwise as planned. */
function endOf(stop: PlannedStop, state: StopState, half: HalfDay): Minutes {
	if (state.finished === null) return stop.to;
	const { date, minutes } = wallClock(new Date(state.finished));
	return half.startsWith(date) ? minutes : stop.to;
}
