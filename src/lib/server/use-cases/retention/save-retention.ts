import { z } from 'zod';
import { retentionMonths } from '$lib/domain/retention/retention';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { retentions } from '../../db/repositories/retention';
import * as field from '../../fields';
import type { Editor } from '../records/edit-record';

export const RetentionForm = z.object({
	months: field.whole(retentionMonths.min, retentionMonths.max),
	automatic: field.ticked(),
	version: field.whole(0, 999_999_999)
});

/** How long people's records are kept from now on. Refused when somebody changed it since it was read. */
export async function saveRetention(
	db: Db,
	organizationId: string,
	values: z.output<typeof RetentionForm>,
	editor: Editor
): Promise<Result<null, { code: 'edited-meanwhile' }>> {
	const saved = await retentions(db).save(organizationId, { ...values, updatedBy: editor.name });
	return saved ? ok(null) : err({ code: 'edited-meanwhile' });
}
