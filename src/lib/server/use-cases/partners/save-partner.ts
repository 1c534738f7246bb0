import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { addRecord, saveRecord, type Editor } from '../records/edit-record';
import type { PartnerInput } from './partner-form';

export const addPartner = (db: Db, rally: Rally, input: PartnerInput, editor: Editor) =>
	addRecord(db, 'partner', rally, input, editor);

export const savePartner = (
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: PartnerInput & { version: number },
	editor: Editor
) => saveRecord(db, 'partner', rally, id, version, input, editor);
