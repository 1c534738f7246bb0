import type { IsoDate } from '$lib/domain/calendar';
import { wallClock } from '$lib/domain/clock';
import {
	dueAfter,
	lastContact,
	type RetentionSetting,
	type RetentionState
} from '$lib/domain/retention/retention';
import type { Db } from '../../db/client';
import type { StoredRally } from '../../db/repositories/rallies';
import { rallyMemories } from '../../db/repositories/rally-memories';
import { retentions } from '../../db/repositories/retention';

/** One rally in the dry run. */
export interface KeptRally {
	id: string;
	title: string;
	first: IsoDate | null;
	last: IsoDate | null;
	people: number;
	state: RetentionState;
	/** Last contact with its people, the day they fall due and the day it is told; null once erased or without days. */
	contact: IsoDate | null;
	due: IsoDate | null;
	notice: IsoDate | null;
	/** How many were erased already, and when the last of them all was. */
	erased: number;
	reducedOn: IsoDate | null;
	reducedBy: string | null;
}

export interface RetentionRead {
	setting: RetentionSetting;
	rallies: KeptRally[];
	/** Months of rallies that were erased whole: their figures are still there. */
	gone: { month: string; erased: number; on: IsoDate | null; by: string }[];
}

/** What would be erased, when, and what is left: reads only. */
export async function readRetention(db: Db, organizationId: string, now: Date): Promise<RetentionRead> {
	const { date: today } = wallClock(now);
	const setting = await retentions(db).find(organizationId);
	const contacts = await retentions(db).contacts(organizationId);
	const memories = new Map(
		(await rallyMemories(db).ofOrganization(organizationId)).map((memory) => [memory.rallyId, memory])
	);
	const all = await retentions(db).rallies(organizationId);
	const kept = all.map((rally): KeptRally => {
		const last = rally.programme.at(-1)?.date ?? null;
		const found = contacts.get(rally.id);
		const memory = memories.get(rally.id);
		const contact = last && found ? lastContact(last, found.dates, today) : null;
		const due = contact ? dueAfter(contact, setting.months, today) : null;
		return {
			id: rally.id,
			title: rally.title,
			first: rally.programme[0]?.date ?? null,
			last,
			people: found?.people ?? 0,
			state: !found && memory?.reducedAt ? 'reduced' : (due?.state ?? 'kept'),
			contact,
			due: due?.on ?? null,
			notice: due?.notice ?? null,
			erased: memory?.erased ?? 0,
			reducedOn: memory?.reducedAt ? wallClock(memory.reducedAt).date : null,
			reducedBy: memory?.reducedAt ? memory.by : null
		};
	});
	const known = new Set(all.map(({ id }) => id));
	return {
		setting,
		rallies: kept.sort((a, b) => (a.due ?? '9').localeCompare(b.due ?? '9') || (b.last ?? '').localeCompare(a.last ?? '')), // prettier-ignore
		gone: [...memories.values()]
			.filter(({ rallyId }) => !known.has(rallyId))
			.map(({ month, erased, reducedAt, by }) => ({
				month,
				erased,
				on: reducedAt && wallClock(reducedAt).date,
				by
			}))
	};
}

/** A rally of the organisation, an archived one too; null for any other. */
export const rallyKept = async (db: Db, organizationId: string, id: string): Promise<StoredRally | null> =>
	(await retentions(db).rallies(organizationId)).find((rally) => rally.id === id) ?? null;
