import type { IsoDate } from '$lib/domain/calendar';
import { charterVersions, currentCharter } from '$lib/domain/charter/numbers';
import { charterHistory, charterInForce, keptNumbers, underCharter } from '$lib/domain/charter/version';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { changes } from '../../db/repositories/changes';
import { networkRecords, type NetworkRow } from '../../db/repositories/network-records';
import { rallies, type StoredRally } from '../../db/repositories/rallies';
import type { EditedMeanwhile, Editor, NotFound } from '../records/edit-record';
import { charterOf, typedOf, type CharterInput } from './charter-form';
import { addNetworkRecord, archiveNetworkRecord, saveNetworkRecord } from './save-network-record';

export type CharterFault =
	/** Another version has this name. */
	| { code: 'same-label' }
	/** The day is not to come: rallies may already have been opened under what is in force. */
	| { code: 'not-to-come' }
	/** In force: it does not change any more. */
	| { code: 'in-force' };

const written = (db: Db) => networkRecords(db, 'charter').list();

/** All versions that the federation wrote, those to come first, and what is in force today. */
export async function readCharters(db: Db, today: IsoDate) {
	const all = await written(db);
	return {
		inForce: charterInForce(all, today),
		history: charterHistory(all, today),
		toCome: all
			.filter(({ inForceFrom }) => inForceFrom > today)
			.sort((a, b) => a.inForceFrom.localeCompare(b.inForceFrom))
	};
}

/** What a rally opened on that day is prepared under, and keeps. */
export const charterForNewRally = async (db: Db, today: IsoDate) =>
	underCharter(charterInForce(await written(db), today).numbers);

export async function readCharter(
	db: Db,
	id: string,
	today: IsoDate
): Promise<{ row: NetworkRow<'charter'>; inForce: boolean } | null> {
	const row = await networkRecords(db, 'charter').find(id);
	return row && { row, inForce: row.inForceFrom <= today };
}

const refused = async (
	db: Db,
	input: CharterInput,
	today: IsoDate,
	own?: string
): Promise<CharterFault | null> => {
	if (input.inForceFrom <= today) return { code: 'not-to-come' };
	const taken = (await written(db)).some(({ id, label }) => id !== own && label === input.label);
	return taken ? { code: 'same-label' } : null;
};

export async function writeCharter(
	db: Db,
	organizationId: string,
	input: CharterInput,
	editor: Editor,
	today: IsoDate
): Promise<Result<string, CharterFault>> {
	const fault = await refused(db, input, today);
	if (fault) return err(fault);
	return ok(await addNetworkRecord(db, 'charter', organizationId, charterOf(input), editor));
}

export async function rewriteCharter(
	db: Db,
	id: string,
	version: number,
	input: CharterInput,
	editor: Editor,
	today: IsoDate
): Promise<Result<null, CharterFault | NotFound | EditedMeanwhile>> {
	const read = await readCharter(db, id, today);
	if (!read) return err({ code: 'not-found' });
	if (read.inForce) return err({ code: 'in-force' });
	const fault = await refused(db, input, today, id);
	if (fault) return err(fault);
	const saved = await saveNetworkRecord(db, 'charter', id, version, charterOf(input), editor);
	if (saved.ok || saved.error.code === 'not-found') return saved;
	const current = saved.error.current as unknown as NetworkRow<'charter'>;
	return err({ ...saved.error, current: { ...typedOf(current), version: current.version } });
}

/** Takes back a version that is not in force yet. */
export async function withdrawCharter(
	db: Db,
	id: string,
	editor: Editor,
	today: IsoDate
): Promise<Result<null, CharterFault | NotFound>> {
	const read = await readCharter(db, id, today);
	if (!read) return err({ code: 'not-found' });
	if (read.inForce) return err({ code: 'in-force' });
	return archiveNetworkRecord(db, 'charter', id, editor);
}

/** Versions a rally may be prepared under besides its own: those that are or were in force. */
export async function otherCharters(db: Db, rally: StoredRally, today: IsoDate) {
	const known = [
		...charterHistory(await written(db), today).map((one) => ({
			numbers: keptNumbers(one),
			since: one.inForceFrom
		})),
		{ numbers: charterVersions[currentCharter], since: null }
	];
	return known.filter(({ numbers }) => numbers.id !== rally.charterVersion);
}

/** Prepares a rally under another version, until its last day. What is said of it changes at once. */
export async function prepareUnder(
	db: Db,
	rally: StoredRally,
	label: string,
	editor: Editor,
	today: IsoDate
): Promise<Result<null, NotFound | { code: 'over' } | { code: 'changed' }>> {
	const last = rally.programme.at(-1)?.date;
	if (last && last < today) return err({ code: 'over' });
	const chosen = (await otherCharters(db, rally, today)).find(({ numbers }) => numbers.id === label);
	if (!chosen) return err({ code: 'not-found' });
	return db.transaction(async (tx) => {
		const after = await rallies(tx).save(rally.id, rally.version, {
			...underCharter(chosen.numbers),
			updatedBy: editor.name
		});
		if (!after) return err({ code: 'changed' });
		await changes(tx).add({
			...{ organizationId: rally.organizationId, rallyId: rally.id, record: 'rally', recordId: rally.id },
			...{
				kind: 'update',
				version: after.version,
				before: { ...rally },
				after: { ...after },
				by: editor.name
			}
		});
		return ok(null);
	});
}
