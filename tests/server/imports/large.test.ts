import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { spreadsheetImports, spreadsheetRows } from '$lib/server/db/repositories/spreadsheet-imports';
import { SOON } from '$lib/server/use-cases/imports/analyse-rows';
import { applyAsked, applyImport, startApplying } from '$lib/server/use-cases/imports/apply-import';
import { readImport } from '$lib/server/use-cases/imports/read-import';
import { undoImport } from '$lib/server/use-cases/imports/undo-import';
import { addCompany } from '$lib/server/use-cases/companies/save-company';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, driss, value } from '../records/rallies';
import { shown, toRows } from './files';

// How long it takes is measured by `npm run bench -- --parts import`: see docs/bench.md.
const ROWS = SOON + 101;
const pasted = ['Entreprise;Ville;Secteur', ...Array.from({ length: ROWS }, (_, i) => `Entreprise ${i};Privas;BTP`)].join('\n'); // prettier-ignore

describe.each(backends)('%s: a long import', (backend) => {
	let database: Database;
	beforeAll(async () => {
		database = await freshDatabase(backend);
	});
	afterAll(() => database.close());

	test('goes on by itself and tells how far, is written at once, and is taken back', async () => {
		const { db } = database;
		const rally = await aStoredRally(db, crypto.randomUUID());
		const id = await toRows(db, rally, 'company', pasted);
		let seen = 0;
		const counted = new Set<number>();
		const watching = setInterval(async () => {
			seen = Math.max(seen, (await readImport(db, rally, id))!.progress);
			counted.add((await records(db, 'company').list(rally.id)).length);
		}, 20);
		expect(await startApplying(db, rally, id, claire)).toEqual({ ok: true, value: null });
		await expect
			.poll(async () => (await readImport(db, rally, id))!.state, { timeout: 20_000 })
			.toBe('applied');
		clearInterval(watching);
		expect(seen).toBeGreaterThan(0);
		// All or none, whenever one looks.
		expect([...counted].filter((n) => n !== 0 && n !== ROWS)).toEqual([]);
		expect((await spreadsheetRows(db, id).counts()).applied).toBe(ROWS);
		expect((await spreadsheetImports(db).find(rally.id, id))!).toMatchObject({
			appliedBy: 'Claire',
			held: false
		});
		const undone = await undoImport(db, rally, id, claire);
		expect(value(undone)).toEqual({ undone: ROWS, kept: [] });
		expect(await records(db, 'company').list(rally.id)).toEqual([]);
		expect((await spreadsheetRows(db, id).counts()).create).toBe(ROWS);
	});

	test('whose process was killed has written nothing, and is taken up by whoever opens it', async () => {
		const { db } = database;
		const rally = await aStoredRally(db, crypto.randomUUID());
		const id = await toRows(db, rally, 'company', 'Entreprise;Ville\nVerts;Privas\nBleus;Privas', { sector: 'BTP' }); // prettier-ignore
		// Asked for by somebody, then silent for a minute.
		await spreadsheetImports(db).save(id, { state: 'applying', appliedBy: 'Driss', heartbeatAt: new Date(Date.now() - 60_000) }); // prettier-ignore
		await readImport(db, rally, id);
		await expect.poll(async () => (await readImport(db, rally, id))!.state).toBe('applied');
		expect((await records(db, 'company').list(rally.id)).map(({ updatedBy }) => updatedBy)).toEqual(['Driss', 'Driss']); // prettier-ignore
	});

	test('that cannot be written says so, and may be tried again', async () => {
		const { db } = database;
		const rally = await aStoredRally(db, crypto.randomUUID());
		const id = await toRows(db, rally, 'company', 'Entreprise;Ville\nVerts;Privas', { sector: 'BTP' });
		await spreadsheetImports(db).save(id, { state: 'applying', appliedBy: 'Claire' });
		// An organisation that the database does not know.
		await expect(applyAsked(db, { ...rally, organizationId: 'inconnue' }, id)).rejects.toThrow();
		const stopped = (await spreadsheetImports(db).find(rally.id, id))!;
		expect([stopped.state, stopped.failedAt === null]).toEqual(['rows', false]);
		expect(await records(db, 'company').list(rally.id)).toEqual([]);
		expect(value(await applyImport(db, rally, id, claire)).created).toBe(1);
		expect((await spreadsheetImports(db).find(rally.id, id))!.failedAt).toBeNull();
	});

	test('during which somebody adds a company looks at every row again', async () => {
		const { db } = database;
		const rally = await aStoredRally(db, crypto.randomUUID());
		const id = await toRows(db, rally, 'company', pasted);
		let added = false;
		const applied = await applyImport(db, rally, id, claire, async () => {
			if (added) return;
			added = true;
			value(await addCompany(db, rally, inputs.company({ name: 'Entreprise 7', commune: 'Privas' }), driss)); // prettier-ignore
		});
		expect(value(applied)).toEqual({ created: ROWS - 1, updated: 0, changed: 1 });
		expect((await shown(db, id)).filter((row) => !row.includes(' applied '))).toEqual(['9 update Entreprise 7']); // prettier-ignore
		// And now that one is updated, with all the others already there.
		expect(value(await applyImport(db, rally, id, claire))).toEqual({ created: 0, updated: 1, changed: 0 });
	});
});
