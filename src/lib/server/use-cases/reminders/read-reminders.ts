import {
	rallyOccasion,
	reminderDays,
	reminders,
	sendOn,
	sessionOccasion,
	type Occasion,
	type Reminder,
	type ReminderDays
} from '$lib/domain/reminder/reminder';
import type { IsoDate } from '$lib/domain/calendar';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { organizations } from '../../db/repositories/organizations';
import { records } from '../../db/repositories/records';

export interface ReminderList {
	occasions: Occasion[];
	/** The one asked for, else the next one; null when there is nothing to be reminded of. */
	occasion: Occasion | null;
	days: ReminderDays;
	/** When to send it. */
	sendOn: IsoDate | null;
	list: Reminder[];
}

/** Who is to be reminded of what: of the rally, those enrolled; of a session, those asked who did not excuse themselves. */
export async function readReminders(
	db: Db,
	rally: Rally,
	{ what, days }: { what: string | null; days: number | null },
	today: IsoDate
): Promise<ReminderList> {
	const sessions = (await records(db, 'session').list(rally.id)).sort((a, b) => a.date.localeCompare(b.date));
	const main = rallyOccasion(rally);
	const occasions = [...sessions.map(sessionOccasion), ...(main ? [main] : [])];
	const next = occasions.find(({ date }) => date >= today) ?? main;
	const occasion = occasions.find(({ id }) => id === what) ?? next;
	const chosen = reminderDays.find((one) => one === days) ?? 7;
	if (!occasion) return { occasions, occasion: null, days: chosen, sendOn: null, list: [] };

	const attendance = sessions.find(({ id }) => id === occasion.id)?.attendance;
	const people = (await records(db, 'participant').list(rally.id)).filter(({ id, state }) =>
		attendance
			? attendance[id] === 'invited' && ['candidate', 'waiting', 'confirmed'].includes(state)
			: state === 'confirmed'
	);
	const sender = (await organizations(db).find(rally.organizationId))?.name ?? '';
	return {
		occasions,
		occasion,
		days: chosen,
		sendOn: sendOn(occasion, chosen),
		list: reminders(people, occasion, chosen, { rally, sender })
	};
}
