import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { addRecord, saveRecord, type Editor } from '../records/edit-record';
import type { SessionInput } from './session-form';

export const addSession = (db: Db, rally: Rally, input: SessionInput, editor: Editor) =>
	addRecord(db, 'session', rally, input, editor);

export const saveSession = (
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: SessionInput & { version: number },
	editor: Editor
) => saveRecord(db, 'session', rally, id, version, input, editor);
