import { french } from '$lib/domain/french';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { network } from '../../db/repositories/network';
import { networkRecords } from '../../db/repositories/network-records';
import { networkStanding } from '../../db/repositories/network-standing';
import type { NotFound } from '../records/edit-record';

/** The network's meetings, the latest first, with how many organisations came. */
export async function readMeetings(db: Db) {
	const attendances = await networkStanding(db).attendances();
	return (await networkRecords(db, 'meeting').list())
		.map((one) => ({ ...one, came: attendances.filter(({ meetingId }) => meetingId === one.id).length }))
		.sort((a, b) => b.heldOn.localeCompare(a.heldOn));
}

/** One meeting and every organisation, those that came marked; null for one that does not exist. */
export async function readMeeting(db: Db, id: string) {
	const meeting = await networkRecords(db, 'meeting').find(id);
	if (!meeting) return null;
	const came = new Set(
		(await networkStanding(db).attendances())
			.filter(({ meetingId }) => meetingId === id)
			.map(({ organizationId }) => organizationId)
	);
	const organizations = (await network(db).organizations())
		.sort((a, b) => french.compare(a.name, b.name))
		.map((one) => ({ ...one, came: came.has(one.id) }));
	return { meeting, organizations };
}

/** Which organisations came: the whole list; those that do not exist are left out. */
export const noteAttendance = (
	db: Db,
	id: string,
	came: readonly string[]
): Promise<Result<number, NotFound>> =>
	db.transaction(async (tx) => {
		if (!(await networkRecords(tx, 'meeting').find(id))) return err({ code: 'not-found' });
		const known = new Set((await network(tx).organizations()).map((one) => one.id));
		const kept = [...new Set(came)].filter((one) => known.has(one));
		await networkStanding(tx).setAttendance(id, kept);
		return ok(kept.length);
	});
