import type { IsoDate } from '$lib/domain/calendar';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { members } from '../../db/repositories/members';
import { records } from '../../db/repositories/records';
import {
	addRecord,
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type Editor,
	type NotFound
} from '../records/edit-record';
import type { TaskInput } from './task-form';

/** A task is taken by somebody of the organisation, or by a name that is typed. */
export type NotAMember = { code: 'not-a-member' };

export async function addTask(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	input: TaskInput,
	editor: Editor
): Promise<Result<Changed, NotAMember>> {
	if (!(await isMember(db, rally.organizationId, input.ownerId ?? null)))
		return err({ code: 'not-a-member' });
	return ok(await addRecord(db, 'task', rally, ownedOnce(input), editor));
}

export async function saveTask(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	id: string,
	{ version, ...input }: TaskInput & { version: number },
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile | NotAMember>> {
	const task = await records(db, 'task').find(rally.id, id);
	if (!task) return err({ code: 'not-found' });
	const chosen = input.ownerId ?? null;
	// Who left the organisation may still be written there: only a new choice is checked.
	if (chosen !== task.ownerId && !(await isMember(db, rally.organizationId, chosen)))
		return err({ code: 'not-a-member' });
	return saveRecord(db, 'task', rally, id, version, ownedOnce(input), editor);
}

/** Says that a task is done that day, or is to be done after all; refused when somebody changed it since. */
export const tickTask = (
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	{ id, version, done }: { id: string; version: number; done: boolean },
	today: IsoDate,
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile>> =>
	saveRecord(db, 'task', rally, id, version, { doneOn: done ? today : null }, editor);

const isMember = async (db: Db, organizationId: string, ownerId: string | null): Promise<boolean> =>
	ownerId === null || (await members(db).find(organizationId, ownerId)) !== null;

/** A member chosen stands for the name. */
const ownedOnce = (input: TaskInput): TaskInput => (input.ownerId ? { ...input, ownerName: '' } : input);
