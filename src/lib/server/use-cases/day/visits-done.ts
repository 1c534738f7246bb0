import type { Dossier } from '$lib/domain/dossier';
import type { Db } from '../../db/client';
import { readDay } from './read-day';

/** The dossier with what really happened beside what is planned; as it was while nothing is said of the day. */
export async function withVisitsDone(db: Db, dossier: Dossier, now: Date): Promise<Dossier> {
	if (!dossier.plan?.published) return dossier;
	const day = await readDay(db, dossier.rally, now);
	return day.events.length === 0 ? dossier : { ...dossier, visitsDone: day.visits.map(({ done }) => done) };
}
