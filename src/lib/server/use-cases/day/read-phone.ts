import type { HalfDay } from '$lib/domain/calendar';
import type { Challenge } from '$lib/domain/challenge/library';
import type { DayEvent } from '$lib/domain/day/event';
import { plannedStops, type PlannedStop } from '$lib/domain/day/stops';
import { teamDays } from '$lib/domain/itinerary';
import { expectedHalfDays } from '$lib/domain/presence';
import { ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { dayLog } from '../../db/repositories/day-log';
import { plans } from '../../db/repositories/plans';
import { givenChallenges } from '../challenges/read-challenges';
import { readItinerary, type ReadItinerary } from '../itinerary-links/read-itinerary';
import { openDay, type LinkFault } from './open-day';

/** What a phone needs besides the itinerary to keep the day, with or without a network. */
export interface PhoneDay {
	/** The same for whatever link opens this team's page: what waits on a phone outlives a renewed link. */
	crew: string;
	/** When the phone must forget all of it, milliseconds since 1970. */
	until: number;
	/** Stops day by day, in the order of the dates. */
	planned: PlannedStop[][];
	/** Half-days on which people are expected. */
	halves: HalfDay[];
	challenges: Challenge[];
	/** What was said so far of this team, without what the organiser wrote for themselves. */
	events: DayEvent[];
}

export interface ReadPhone {
	read: Exclude<ReadItinerary, { state: 'closed' }>;
	/** Null while nothing is published. */
	day: PhoneDay | null;
	/** When this was read, milliseconds since 1970. */
	at: number;
}

/** A team's page whole: what `readItinerary` gives, and what its phone keeps. */
export async function readPhone(
	db: Db,
	token: string,
	address: string,
	printed: number | null,
	now: Date
): Promise<Result<ReadPhone, LinkFault>> {
	const opened = await openDay(db, token, address);
	if (!opened.ok) return opened;
	const { link, rally } = opened.value;
	const read = await readItinerary(db, token, printed);
	if (read.state === 'closed') return { ok: false, error: { code: 'closed' } };
	const at = now.getTime();
	const plan = await plans(db).published(rally.id);
	const team = plan?.teams.find(({ letter }) => letter === link.teamLetter);
	if (read.state !== 'open' || !plan || !team) return ok({ read, day: null, at });
	const days = teamDays(plan, team, rally.programme);
	const dates = new Set(days.map(({ day }) => day.date));
	return ok({
		read,
		at,
		day: {
			crew: `${rally.id}/${team.letter}`,
			until: link.expiresAt.getTime(),
			planned: days.map(plannedStops),
			halves: expectedHalfDays(rally.programme)
				.filter(({ date }) => dates.has(date))
				.map(({ key }) => key),
			challenges: await givenChallenges(db, rally.id),
			events: (await dayLog(db, rally.id).ofTeam(team.letter, team.memberIds)).map(forPhone)
		}
	});
}

/** Why the organiser corrected something, and what they noted themselves, are not for the car. */
function forPhone({ number: _, ...event }: DayEvent & { number: number }): DayEvent {
	const { said } = event;
	if (event.by === '') return event;
	if (said.kind === 'presence') return { ...event, said: { ...said, reason: '' } };
	return said.kind === 'incident' ? { ...event, said: { ...said, text: '' } } : event;
}
