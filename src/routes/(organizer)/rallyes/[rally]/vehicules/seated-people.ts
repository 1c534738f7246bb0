import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';

/** Everybody who needs a seat: the participants whose place is confirmed, and the accompanists. */
export async function seatedPeople(rallyId: string) {
	const db = await getDb();
	const [all, accompanists] = await Promise.all([
		records(db, 'participant').list(rallyId),
		records(db, 'accompanist').list(rallyId)
	]);
	return { participants: all.filter(({ state }) => state === 'confirmed'), accompanists };
}
