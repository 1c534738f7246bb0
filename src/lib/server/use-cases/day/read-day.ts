import type { IsoDate } from '$lib/domain/calendar';
import { wallClock } from '$lib/domain/clock';
import { presenceTable, type PresenceTable } from '$lib/domain/day/presence-log';
import { plannedStops, type PlannedStop } from '$lib/domain/day/stops';
import { teamState, type TeamState } from '$lib/domain/day/team-state';
import { visitsMade, type PersonVisits } from '$lib/domain/day/visits-made';
import { teamDays } from '$lib/domain/itinerary';
import type { Plan } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { dayLog, type LoggedEvent } from '../../db/repositories/day-log';
import { plans } from '../../db/repositories/plans';

/** The rally as it goes: the plan in force, what was said, and what that comes to. */
export interface DayRead {
	plan: Plan | null;
	events: LoggedEvent[];
	/** Number of the last line: what a follower asks for what comes after. */
	last: number;
	/** Each team's days, in the order of the letters and dates. */
	teams: { planned: PlannedStop[]; state: TeamState }[];
	presence: PresenceTable;
	/** Visits promised and visits made, person by person; empty without a published plan. */
	visits: PersonVisits[];
}

/** `date`: that day only. */
export async function readDay(
	db: Db,
	rally: Pick<Rally, 'id' | 'programme'>,
	now: Date,
	date?: IsoDate
): Promise<DayRead> {
	const plan = await plans(db).published(rally.id);
	const events = await dayLog(db, rally.id).since();
	const teams = (plan?.teams ?? []).flatMap((team) =>
		teamDays(plan!, team, rally.programme)
			.filter(({ day }) => date === undefined || day.date === date)
			.map((day) => {
				const planned = plannedStops(day);
				return { planned, state: teamState(team.letter, day.day.date, planned, events) };
			})
	);
	return {
		plan,
		events,
		last: events.at(-1)?.number ?? 0,
		teams,
		presence: presenceTable(events),
		visits: plan ? visitsMade(plan, rally.programme, events, wallClock(now)) : []
	};
}
