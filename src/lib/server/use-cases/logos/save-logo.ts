import type { LogoFault, LogoKind } from '$lib/domain/network/logo';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { logos } from '../../db/repositories/logos';
import { readPicture } from '../../pictures/read-picture';
import type { Editor } from '../records/edit-record';

export type EditedMeanwhile = { code: 'edited-meanwhile' };

/** Keeps a picture that can be printed. `version`: of the one on the screen, 0 for none. */
export async function saveLogo(
	db: Db,
	organizationId: string,
	{ kind, version, bytes }: { kind: LogoKind; version: number; bytes: Uint8Array },
	editor: Editor
): Promise<Result<null, LogoFault | EditedMeanwhile>> {
	const head = readPicture(bytes);
	if (!head.ok) return head;
	const saved = await logos(db, organizationId).put(kind, version, { ...head.value, bytes, updatedBy: editor.name }); // prettier-ignore
	return saved ? ok(null) : err({ code: 'edited-meanwhile' });
}

export async function removeLogo(
	db: Db,
	organizationId: string,
	{ kind, version }: { kind: LogoKind; version: number }
): Promise<Result<null, EditedMeanwhile>> {
	return (await logos(db, organizationId).remove(kind, version))
		? ok(null)
		: err({ code: 'edited-meanwhile' });
}
