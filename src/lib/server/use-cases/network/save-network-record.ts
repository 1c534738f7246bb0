import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { networkRecords, type NetworkKind, type NetworkRow, type NetworkValues } from '../../db/repositories/network-records'; // prettier-ignore
import type { EditedMeanwhile, Editor, NotFound } from '../records/edit-record';

type Content<K extends NetworkKind> = Partial<
	Omit<NetworkValues<K>, 'id' | 'organizationId' | 'version' | 'updatedBy' | 'updatedAt' | 'createdAt'>
>;

/** Adds what the federation keeps; answers its id. */
export const addNetworkRecord = <K extends NetworkKind>(
	db: Db,
	kind: K,
	organizationId: string,
	values: Content<K>,
	editor: Editor
): Promise<string> =>
	networkRecords(db, kind).add({
		...values,
		organizationId,
		updatedBy: editor.name
	} as unknown as NetworkValues<K>);

/** Saves what was opened at `version`. Refused when somebody saved it since: what they wrote comes back. */
export async function saveNetworkRecord<K extends NetworkKind>(
	db: Db,
	kind: K,
	id: string,
	version: number,
	values: Content<K>,
	editor: Editor
): Promise<Result<null, NotFound | EditedMeanwhile>> {
	const records = networkRecords(db, kind);
	const changes = { ...values, updatedBy: editor.name } as unknown as Partial<NetworkValues<K>>;
	if (await records.save(id, version, changes)) return ok(null);
	const current = (await records.find(id)) as NetworkRow<NetworkKind> | null;
	if (!current) return err({ code: 'not-found' });
	return err({
		code: 'edited-meanwhile',
		by: current.updatedBy,
		at: current.updatedAt,
		current: { ...current },
		// No journal is kept of these: both versions are shown field by field.
		opened: null
	});
}

/** Takes it out of the lists, whatever its version. */
export async function archiveNetworkRecord(
	db: Db,
	kind: NetworkKind,
	id: string,
	editor: Editor
): Promise<Result<null, NotFound>> {
	for (;;) {
		const current = (await networkRecords(db, kind).find(id)) as NetworkRow<NetworkKind> | null;
		if (!current) return err({ code: 'not-found' });
		const changes = { archivedAt: new Date(), updatedBy: editor.name } as never;
		if (await networkRecords(db, kind).save(id, current.version, changes)) return ok(null);
	}
}
