import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mergeEdits } from '$lib/domain/records';
import type { Database } from '$lib/server/db/client';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { records, type EditableKind } from '$lib/server/db/repositories/records';
import {
	addRecord,
	archiveRecord,
	duplicateRecord,
	restoreRecord,
	saveRecord,
	undoChange
} from '$lib/server/use-cases/records/edit-record';
import { backends, freshDatabase } from '../../databases';
import * as inputs from './inputs';
import { aStoredRally, claire, driss, value } from './rallies';

/** For each kind: a record, two fields that two people change, and how its copy is called. */
const kinds = [
	['company', inputs.company(), { contactName: 'Zoé' }, { arrivalNote: 'Porte 2' }, 'name'],
	['participant', inputs.participant(), { commune: 'Cluses' }, { statuses: ['rsa'] }, 'lastName'],
	['vehicle', inputs.vehicle(), { plate: 'AB-123-CD' }, { seats: 7 }, 'name'],
	['accompanist', inputs.accompanist(), { employer: 'Mairie' }, { drives: false }, 'lastName'],
	['guest', inputs.guest(), { note: 'Vient tard' }, { people: 3 }, 'name'],
	['partner', inputs.partner(), { contactName: 'Zoé' }, { roles: ['funder'] }, 'name'],
	['task', inputs.task(), { note: 'Devis reçu' }, { dueOn: '2027-05-01' }, 'name'],
	['meeting', inputs.meeting(), { place: 'Mairie' }, { decisions: 'On y va' }, 'name']
] as const satisfies [EditableKind, object, object, object, string][];

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = await aStoredRally(database.db);
	});
	afterAll(() => database.close());

	describe.each(kinds)('%s', (kind, input, first, second, named) => {
		const added = async () => (await addRecord(database.db, kind, rally, input, claire)).id;
		const find = async (id: string) =>
			(await records(database.db, kind).find(rally.id, id)) as Record<string, unknown> | null;
		const listed = async (archived = false) =>
			(await records(database.db, kind).list(rally.id, { archived })).map(({ id }) => id);
		const save = (id: string, version: number, changes: object, by = claire) =>
			saveRecord(database.db, kind, rally, id, version, { ...input, ...changes }, by);

		test('is added, with who wrote it, and saved', async () => {
			const id = await added();
			expect(await find(id)).toMatchObject({ ...input, version: 1, updatedBy: 'Claire' });
			value(await save(id, 1, first, driss));
			expect(await find(id)).toMatchObject({ ...input, ...first, version: 2, updatedBy: 'Driss' });
		});

		test('saved by two people: the second is told who and when, nothing is lost, then it saves', async () => {
			const id = await added();
			value(await save(id, 1, first, driss));

			const refused = await save(id, 1, second);
			if (refused.ok || refused.error.code !== 'edited-meanwhile') throw new Error('must be refused');
			const { by, at, current, opened } = refused.error;
			expect(by).toBe('Driss');
			expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000);

			const theirs = Object.fromEntries(Object.keys(input).map((name) => [name, current[name]]));
			const { merged, clashes } = mergeEdits(opened, theirs, { ...input, ...second });
			expect(clashes).toEqual([]);
			value(await save(id, current.version, merged));
			expect(await find(id)).toMatchObject({ ...input, ...first, ...second, updatedBy: 'Claire' });
		});

		test('saved twice at the same instant: exactly one wins', async () => {
			const id = await added();
			const results = await Promise.all([save(id, 1, first), save(id, 1, second, driss)]);
			expect(results.filter(({ ok }) => ok)).toHaveLength(1);
			expect(await find(id)).toMatchObject({ version: 2 });
		});

		test('is archived and restored, and each can be undone', async () => {
			const { db } = database;
			const id = await added();
			const archived = value(await archiveRecord(db, kind, rally, id, driss));
			expect(await listed()).not.toContain(id);
			expect(await listed(true)).toContain(id);

			value(await undoChange(db, rally, archived.change, claire));
			expect(await listed()).toContain(id);

			value(await archiveRecord(db, kind, rally, id, driss));
			const restored = value(await restoreRecord(db, kind, rally, id, driss));
			expect(await listed()).toContain(id);
			value(await undoChange(db, rally, restored.change, claire));
			expect(await listed(true)).toContain(id);
		});

		test('undoing a save brings back what was there; undoing an addition archives', async () => {
			const { db } = database;
			const created = await addRecord(db, kind, rally, input, claire);
			const saved = value(await save(created.id, 1, { ...first, ...second }));
			value(await undoChange(db, rally, saved.change, driss));
			expect(await find(created.id)).toMatchObject({ ...input, updatedBy: 'Driss' });

			const other = await addRecord(db, kind, rally, input, claire);
			value(await undoChange(db, rally, other.change, claire));
			expect(await listed()).not.toContain(other.id);
		});

		test('is not undone once somebody changed it since', async () => {
			const id = await added();
			const saved = value(await save(id, 1, first));
			value(await save(id, 2, second, driss));
			const undone = await undoChange(database.db, rally, saved.change, claire);
			expect(undone).toMatchObject({ ok: false, error: { code: 'too-late-to-undo', by: 'Driss' } });
			expect(await find(id)).toMatchObject(second);
		});

		test('is duplicated under a name that says so', async () => {
			const id = await added();
			value(await save(id, 1, first));
			const copy = value(await duplicateRecord(database.db, kind, rally, id, driss));
			expect(copy.id).not.toBe(id);
			const name = String((input as Record<string, unknown>)[named]);
			expect(await find(copy.id)).toMatchObject({ ...first, [named]: `${name} (copie)`, version: 1 });
		});

		test('does not exist for another rally', async () => {
			const { db } = database;
			const id = await added();
			const change = value(await save(id, 1, first)).change;
			const elsewhere = await aStoredRally(db, 'autre');
			const answers = await Promise.all([
				saveRecord(db, kind, elsewhere, id, 2, input, claire),
				archiveRecord(db, kind, elsewhere, id, claire),
				restoreRecord(db, kind, elsewhere, id, claire),
				duplicateRecord(db, kind, elsewhere, id, claire),
				undoChange(db, elsewhere, change, claire)
			]);
			for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: 'not-found' } });
			expect(await find(id)).toMatchObject({ version: 2 });
		});
	});
});
