import type { IsoDate } from '$lib/domain/calendar';
import { standing } from '$lib/domain/consent/consent';
import { followUpOf, type FollowUpLine, type FollowUpSaid } from '$lib/domain/measure/outcomes';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { consents } from '../../db/repositories/consents';
import { dayLog } from '../../db/repositories/day-log';
import { followUp } from '../../db/repositories/follow-up';
import { records } from '../../db/repositories/records';
import type { Editor } from '../records/edit-record';

export type FollowFault = {
	code: 'unknown' | 'said-meanwhile' | 'no-consent' | 'in-the-future' | 'too-early';
};

/**
 * Adds a line to somebody's follow-up. Refused when somebody else wrote since the form was opened (`seen`: id of the
 * last line, empty when there was none), and for whoever does not want to be asked: nothing is sought about them.
 */
export async function followPerson(
	db: Db,
	rally: Rally,
	{ participant, on, said, seen }: { participant: string; on: IsoDate; said: FollowUpSaid; seen: string },
	editor: Editor,
	today: IsoDate
): Promise<Result<FollowUpLine, FollowFault>> {
	if (!(await records(db, 'participant').find(rally.id, participant))) return err({ code: 'unknown' });
	const first = rally.programme.map(({ date }) => date).sort()[0]; // prettier-ignore
	if (on > today) return err({ code: 'in-the-future' });
	if (!first || on < first) return err({ code: 'too-early' });
	const consent = standing(await consents(db).of(rally.id, participant))['follow-up'];
	if (said.kind !== 'undo' && (consent === 'refused' || consent === 'withdrawn'))
		return err({ code: 'no-consent' });
	return db.transaction(async (tx) => {
		await dayLog(tx, rally.id).hold();
		const lines = await followUp(tx, rally.id).of(participant);
		if ((followUpOf(lines).lines[0]?.id ?? '') !== seen) return err({ code: 'said-meanwhile' as const });
		if (said.kind === 'undo' && !followUpOf(lines).lines.some(({ id }) => id === said.of))
			return err({ code: 'unknown' as const });
		return ok(
			await followUp(tx, rally.id).add({
				organizationId: rally.organizationId,
				participantId: participant,
				on,
				said,
				by: editor.name
			})
		);
	});
}
