import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import {
	addRecord,
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type Editor,
	type NotFound
} from '../records/edit-record';
import type { MeetingInput, MemberInput } from './committee-form';

type Owner = Pick<Rally, 'id' | 'organizationId'>;
/** A member stands for a partner of this rally. */
export type NotAPartner = { code: 'not-a-partner' };

export async function addCommitteeMember(
	db: Db,
	rally: Owner,
	input: MemberInput,
	editor: Editor
): Promise<Result<Changed, NotAPartner>> {
	if (!(await isPartner(db, rally, input))) return err({ code: 'not-a-partner' });
	return ok(await addRecord(db, 'committee-member', rally, input, editor));
}

export async function saveCommitteeMember(
	db: Db,
	rally: Owner,
	id: string,
	{ version, ...input }: MemberInput & { version: number },
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile | NotAPartner>> {
	if (!(await isPartner(db, rally, input))) return err({ code: 'not-a-partner' });
	return saveRecord(db, 'committee-member', rally, id, version, input, editor);
}

const isPartner = async (db: Db, rally: Owner, { partnerId }: MemberInput): Promise<boolean> =>
	!partnerId || (await records(db, 'partner').find(rally.id, partnerId)) !== null;

export const addMeeting = async (db: Db, rally: Owner, input: MeetingInput, editor: Editor) =>
	addRecord(db, 'meeting', rally, await withMembers(db, rally, input), editor);

export const saveMeeting = async (
	db: Db,
	rally: Owner,
	id: string,
	{ version, ...input }: MeetingInput & { version: number },
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile>> =>
	saveRecord(db, 'meeting', rally, id, version, await withMembers(db, rally, input), editor);

/** Only members of this rally's committee can have been there; one who left it since still was. */
async function withMembers(db: Db, rally: Owner, input: MeetingInput): Promise<MeetingInput> {
	const known = new Set(
		[
			...(await records(db, 'committee-member').list(rally.id)),
			...(await records(db, 'committee-member').list(rally.id, { archived: true }))
		].map(({ id }) => id)
	);
	return { ...input, present: (input.present ?? []).filter((id) => known.has(id)) };
}
