import { z } from 'zod';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { backupMailings, type BackupMailing } from '../../db/repositories/backup-mailings';
import { clockTime, email } from '../../fields';
import type { Editor } from '../records/edit-record';

export const BackupMailingForm = z.object({
	email: email(),
	at: clockTime(),
	version: z.coerce.number().int().min(0)
});

/** Chooses where the pack goes the evening before; an empty address stops it. Refused when somebody else wrote meanwhile. */
export async function saveBackupMailing(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	{ email, at, version }: z.output<typeof BackupMailingForm>,
	editor: Editor
): Promise<Result<BackupMailing, { code: 'edited-meanwhile'; current: BackupMailing | null }>> {
	const row = { rallyId: rally.id, organizationId: rally.organizationId, email, at, updatedBy: editor.name };
	const saved = await backupMailings(db).save(row, version);
	return saved
		? ok(saved)
		: err({ code: 'edited-meanwhile', current: await backupMailings(db).find(rally.id) });
}
