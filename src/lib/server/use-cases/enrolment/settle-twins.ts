import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { consents } from '../../db/repositories/consents';
import { passedMeasures } from '../../db/repositories/passed-measures';
import { records, type RecordRow } from '../../db/repositories/records';
import { referrals } from '../../db/repositories/referrals';
import {
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type Editor,
	type NotFound
} from '../records/edit-record';
import { saveTogether } from '../records/edit-together';

type Owner = Pick<Rally, 'id' | 'organizationId'>;

/** Two records that look alike are two people: they are not shown as duplicates any more. */
export async function keepApart(
	db: Db,
	rally: Owner,
	{ person, of }: { person: string; of: string },
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile>> {
	const both = await pair(db, rally, person, of);
	if (!both) return err({ code: 'not-found' });
	const [one] = both;
	const distinctFrom = [...new Set([...one.distinctFrom, of])];
	return saveRecord(db, 'participant', rally, person, one.version, { distinctFrom }, editor);
}

/**
 * Two records of one person become one: what the first left empty is taken from the second, which is archived.
 * Consents, the prescriber's line, answers, contacts and follow-up go along, and come back when it is undone. Nothing that was written is overwritten.
 */
export async function uniteTwins(
	db: Db,
	rally: Owner,
	{ person, of }: { person: string; of: string },
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile>> {
	const both = await pair(db, rally, person, of);
	if (!both) return err({ code: 'not-found' });
	const [second, first] = both;
	return db.transaction(async (tx) => {
		const saved = await saveTogether(
			tx,
			rally,
			[
				{ kind: 'participant', id: of, version: first.version, values: united(first, second) },
				{ kind: 'participant', id: person, version: second.version, values: { archivedAt: new Date() } }
			],
			editor
		);
		if (!saved.ok) return saved;
		await referrals(tx).passOn(rally.id, person, of, saved.value.change);
		await consents(tx).passOn(rally.id, person, of, saved.value.change);
		await passedMeasures(tx, rally.id).passOn(person, of, saved.value.change);
		return ok(saved.value);
	});
}

/** The first one's own, filled in with what only the second says; statuses and needs of both. */
function united(first: RecordRow<'participant'>, second: RecordRow<'participant'>): Record<string, unknown> {
	const empty = (value: unknown) => value === null || value === '';
	const filled = Object.entries(second).filter(
		([name, value]) =>
			!KEPT.has(name) && !empty(value) && empty((first as unknown as Record<string, unknown>)[name])
	);
	const both = <T>(a: T[], b: T[]) => [...new Set([...a, ...b])];
	return {
		...Object.fromEntries(filled),
		statuses: both(first.statuses, second.statuses),
		needs: both(first.needs, second.needs)
	};
}

/** Columns that say what a record is, not who the person is. */
const KEPT = new Set(['id', 'archivedAt', 'waitingFrom', 'replacedById', 'replacedFrom', 'chosenName']);

async function pair(db: Db, { id }: Owner, person: string, of: string) {
	const found = await Promise.all([
		records(db, 'participant').find(id, person),
		records(db, 'participant').find(id, of)
	]);
	const [a, b] = found;
	return a && b && person !== of && !a.archivedAt && !b.archivedAt ? ([a, b] as const) : null;
}
