import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { organizations } from '../../db/repositories/organizations';
import { rowsOfRally } from '../../db/repositories/rally-rows';
import { closeBox } from '../../vault/archive-box';

/** A rally and all that was entered, planned, noted and sent of it, as one signed and encrypted file. */
export async function writeArchive(
	db: Db,
	rally: Rally,
	passphrase: string,
	secret: string,
	now: Date
): Promise<Uint8Array<ArrayBuffer>> {
	const organization = (await organizations(db).find(rally.organizationId))?.name ?? '';
	const head = {
		made: now.toISOString(),
		organization,
		rally: rally.title,
		first: rally.programme[0]?.date ?? ''
	};
	return closeBox(head, await rowsOfRally(db, rally.id), passphrase, secret);
}
