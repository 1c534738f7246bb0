import type { Rally } from '$lib/domain/rally';
import { countPeople, type PeopleCounts } from '$lib/domain/retention/people-counts';
import type { Db } from '../../db/client';
import { rallyMemories } from '../../db/repositories/rally-memories';
import { peopleCounted } from '../bilans/people-counted';
import { readFse } from '../fse/read-fse';

/** What the people still there count for; those erased before are not in it. */
export async function readPeopleCounts(db: Db, rally: Rally, now: Date): Promise<PeopleCounts> {
	const { sheets } = await readFse(db, rally, now);
	return countPeople(await peopleCounted(db, rally, now), {
		people: sheets.length,
		incomplete: sheets.filter(({ gaps }) => gaps.length > 0).length
	});
}

/** What those who were erased counted for; null when nobody was. */
export async function keptPeople(db: Db, rallyId: string): Promise<PeopleCounts | null> {
	const memory = await rallyMemories(db).find(rallyId);
	return memory?.people ?? memory?.kept?.people ?? null;
}
