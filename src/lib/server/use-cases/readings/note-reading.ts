import { may, type Actor } from '$lib/domain/access';
import type { Rally } from '$lib/domain/rally';
import { readingOf, READING_MONTHS } from '$lib/domain/retention/readings';
import type { Db } from '../../db/client';
import { readings } from '../../db/repositories/readings';

/**
 * Notes that somebody read people's private data: called in one place, once a request was answered (see
 * hooks.server.ts). Whoever may not see what is private read nothing of it.
 */
export async function noteReading(
	db: Db,
	{ actor, rally }: { actor: Actor | null; rally: Pick<Rally, 'id' | 'organizationId'> | undefined },
	route: { id: string | null; params: Partial<Record<string, string>> },
	at: Date
): Promise<void> {
	const read = readingOf(route.id, route.params);
	if (!read || !actor || !rally || !may(actor, 'people:private', rally.organizationId)) return;
	await readings(db).add({
		...{ organizationId: rally.organizationId, rallyId: rally.id, userId: actor.userId, by: actor.name },
		...{ ...read, at }
	});
}

/** Forgets what is older than the log is kept for. */
export async function purgeReadings(db: Db, now: Date): Promise<void> {
	const before = new Date(now);
	before.setUTCMonth(before.getUTCMonth() - READING_MONTHS);
	await readings(db).purge(before);
}
