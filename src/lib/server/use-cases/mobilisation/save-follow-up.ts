import type { Rally } from '$lib/domain/rally';
import { err, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { members } from '../../db/repositories/members';
import { saveRecord, type Changed, type EditedMeanwhile, type NotFound } from '../records/edit-record';
import type { FollowUpInput } from './follow-up-form';
import type { Follower } from './follower';
import { found } from './log-exchange';

/** A company is followed by somebody of the organisation. */
export type NotAMember = { code: 'not-a-member' };

/** Saves how a company is followed, opened at `version`. */
export async function saveFollowUp(
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: FollowUpInput & { version: number },
	editor: Follower
): Promise<Result<Changed, NotFound | EditedMeanwhile | NotAMember>> {
	const company = await found(db, rally, id);
	if (!company) return err({ code: 'not-found' });
	const { ownerId } = input;
	// Who left the organisation may still be written there: only a new choice is checked.
	if (ownerId && ownerId !== company.ownerId && !(await members(db).find(rally.organizationId, ownerId)))
		return err({ code: 'not-a-member' });
	const declined = company.state === 'declined';
	const values = declined ? input : { ...input, declineReason: null, declineNote: '' };
	return saveRecord(db, 'company', rally, id, version, values, editor);
}
