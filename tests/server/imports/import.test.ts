import '../auth/people';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { importKinds, type ImportKind } from '$lib/domain/import/column';
import { columnsOf } from '$lib/domain/import/columns';
import type { Database } from '$lib/server/db/client';
import { changes } from '$lib/server/db/repositories/changes';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { spreadsheetImports, spreadsheetRows } from '$lib/server/db/repositories/spreadsheet-imports';
import { addCompany, saveCompany } from '$lib/server/use-cases/companies/save-company';
import { analyseRows } from '$lib/server/use-cases/imports/analyse-rows';
import { applyImport } from '$lib/server/use-cases/imports/apply-import';
import { chooseColumns } from '$lib/server/use-cases/imports/choose-columns';
import { chooseTable } from '$lib/server/use-cases/imports/choose-table';
import { acceptRepairs, correctRow, decideDuplicates } from '$lib/server/use-cases/imports/correct-rows';
import { importing } from '$lib/server/use-cases/imports/importing';
import { startImport } from '$lib/server/use-cases/imports/start-import';
import { undoImport } from '$lib/server/use-cases/imports/undo-import';
import { addParticipant } from '$lib/server/use-cases/participants/save-participant';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, driss, value } from '../records/rallies';
import { faults, shown, toRows } from './files';

const nothing = { cells: [], fields: [], decision: null };

/** What a file does not carry: wishes name other people, and an address is asked of its service again. */
const leftOut = ['together', 'apart', 'located'];

test('every field of a form can be imported and exported', () => {
	for (const kind of Object.keys(importKinds) as ImportKind[]) {
		const written = columnsOf[kind].filter(({ write }) => write).map(({ field }) => field);
		const fields = Object.keys(importing[kind].form.shape).filter((field) => !leftOut.includes(field));
		expect(
			fields.filter((field) => !written.includes(field)),
			`${kind}: add a column in domain/import`
		).toEqual([]);
	}
});

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(backend);
	});
	afterAll(() => database.close());
	// An organisation of its own: what one test says of a header is remembered.
	const fresh = async () => (rally = await aStoredRally(database.db, crypto.randomUUID()));
	const companies = () => records(database.db, 'company').list(rally.id);

	test('companies are created, updated, left alone or asked about, then all taken back at once', async () => {
		const { db } = database;
		await fresh();
		const siret = '73282932000074';
		await addCompany(db, rally, inputs.company({ name: 'Bricoval', siret, commune: 'Aubenas' }), claire);
		await addCompany(db, rally, inputs.company({ name: 'Verts', commune: 'Privas', contactPhone: '04 75 00 00 01' }), claire); // prettier-ignore
		await addCompany(db, rally, inputs.company({ name: 'Le Relais', commune: '' }), claire);
		const id = await toRows(
			db,
			rally,
			'company',
			`Liste du bassin;;;;
Entreprise;SIRET;Ville;Tél;Secteur
Bricoval SAS;${siret};Aubenas;475123456;Industrie
Verts;;Privas;04.75.00.00.01;
Le Relais;;Vals;;Social
Nouvelle;;Thueyts;;BTP
nouvelle;;THUEYTS;;BTP
Sans secteur;;Thueyts;;
Total;;;5;`
		);
		expect(await shown(db, id)).toEqual([
			'3 error Bricoval SAS',
			'4 same Verts',
			'5 duplicate Le Relais',
			'6 create Nouvelle',
			'7 duplicate nouvelle',
			'8 error Sans secteur'
		]);
		expect(await faults(db, id, 3)).toEqual([expect.objectContaining({ column: 3, repair: '0475123456' })]);
		expect(await faults(db, id, 8)).toEqual([expect.objectContaining({ column: 4, field: 'sector' })]);

		value(await acceptRepairs(db, rally, id));
		value(await correctRow(db, rally, id, { ...nothing, line: 5, decision: 'update' }));
		value(await decideDuplicates(db, rally, id, 'skip'));
		expect(await shown(db, id)).toEqual([
			'3 update Bricoval SAS',
			'4 same Verts',
			'5 update Le Relais',
			'6 create Nouvelle',
			'7 skipped nouvelle',
			'8 error Sans secteur'
		]);

		expect(value(await applyImport(db, rally, id, claire))).toEqual({ created: 1, updated: 2, changed: 0 });
		const after = await companies();
		expect(after.map(({ name, commune, contactPhone }) => [name, commune, contactPhone]).sort()).toEqual([
			['Bricoval SAS', 'Aubenas', '04 75 12 34 56'],
			['Le Relais', 'Vals', ''],
			['Nouvelle', 'Thueyts', ''],
			['Verts', 'Privas', '04 75 00 00 01']
		]);
		expect(await changes(db).latest(rally.id, 3)).toHaveLength(3);

		// Only what failed is tried again.
		value(await correctRow(db, rally, id, { ...nothing, line: 8, cells: [{ column: 4, text: 'Commerce' }] }));
		expect(value(await applyImport(db, rally, id, claire))).toEqual({ created: 1, updated: 0, changed: 0 });
		expect(await companies()).toHaveLength(5);

		const relais = (await companies()).find(({ name }) => name === 'Le Relais')!;
		value(await saveCompany(db, rally, relais.id, { ...inputs.company({ name: 'Le Relais d’or' }), version: relais.version }, driss)); // prettier-ignore
		expect(value(await undoImport(db, rally, id, claire))).toEqual({ undone: 3, kept: ['Le Relais'] });
		expect((await companies()).map(({ name }) => name).sort()).toEqual([
			'Bricoval',
			'Le Relais d’or',
			'Verts'
		]);
		expect((await companies()).find(({ name }) => name === 'Bricoval')).toMatchObject({ contactPhone: '' });
		expect((await changes(db).latest(rally.id, 1))[0]).toMatchObject({ kind: 'undo' });
		// It can be corrected and imported again; its columns can no longer be chosen.
		expect(await spreadsheetImports(db).find(rally.id, id)).toMatchObject({ state: 'rows', held: false });
	});

	test('participants are known by phone or e-mail and first name; their situation is read from one column or several', async () => {
		const { db } = database;
		await fresh();
		await addParticipant(db, rally, inputs.participant({ phone: '06 01 02 03 04', statuses: ['rsa', 'qpv'] }), claire); // prettier-ignore
		const id = await toRows(
			db,
			rally,
			'participant',
			`NOM\tPrénom\tPortable\tNé(e) le\tRQTH\tRSA\tStatut\nPETIT-DURAND\tAna\t601020304\t23/04/1984\toui\tnon\t\nDIALLO\tBilal\t\t\tx\t\tDELD + QPV\nROUX\tChloé\t\t1784\tpeut-être\t\tASS\n`
		);
		expect(await shown(db, id)).toEqual([
			'2 error Ana PETIT-DURAND',
			'3 create Bilal DIALLO',
			'4 error Chloé ROUX'
		]);
		expect((await faults(db, id, 4)).map(({ column }) => column)).toEqual([3, 6, 4]);
		value(await acceptRepairs(db, rally, id, 2));
		value(await applyImport(db, rally, id, claire));
		const people = await records(db, 'participant').list(rally.id);
		expect(people.find(({ firstName }) => firstName === 'Ana')).toMatchObject({
			lastName: 'PETIT-DURAND',
			ageBand: '35-44',
			phone: '06 01 02 03 04',
			statuses: ['disabled', 'qpv']
		});
		expect(people.find(({ firstName }) => firstName === 'Bilal')!.statuses).toEqual(['long-term', 'disabled', 'qpv']); // prettier-ignore
	});

	test('who a company is known through comes with the file, stays when the file does not say it, and is taken back', async () => {
		const { db } = database;
		await fresh();
		await toRows(db, rally, 'company', 'Entreprise\tSecteur\tConnu par\nBricoval\tCommerce\tVille d’Aubenas\nVerts\tCommerce\t').then(async (id) => value(await applyImport(db, rally, id, claire))); // prettier-ignore
		const told = async () =>
			(await companies()).map(({ name, introducedBy }) => `${name}: ${introducedBy}`).sort();
		expect(await told()).toEqual(['Bricoval: Ville d’Aubenas', 'Verts: ']);
		const silent = await toRows(
			db,
			rally,
			'company',
			'Entreprise\tSecteur\nBricoval\tCommerce\nVerts\tIndustrie'
		);
		value(await applyImport(db, rally, silent, claire));
		expect(await told()).toEqual(['Bricoval: Ville d’Aubenas', 'Verts: ']);
		const long = 'x'.repeat(121);
		const id = await toRows(
			db,
			rally,
			'company',
			`Entreprise\tSecteur\tConnue par\nBricoval\tCommerce\t${long}\nVerts\tIndustrie\tMEDEF`
		);
		expect(await faults(db, id, 2)).toMatchObject([{ field: 'introducedBy' }]);
		value(await applyImport(db, rally, id, claire));
		expect(await told()).toEqual(['Bricoval: Ville d’Aubenas', 'Verts: MEDEF']);
		value(await undoImport(db, rally, id, claire));
		expect(await told()).toEqual(['Bricoval: Ville d’Aubenas', 'Verts: ']);
	});

	test('a field that the file has no column for is corrected all the same, or given to all', async () => {
		const { db } = database;
		await fresh();
		const pasted = 'Entreprise;Ville\nBricoval;Aubenas\nVerts;Privas\n';
		const id = await toRows(db, rally, 'company', pasted);
		expect(await faults(db, id, 2)).toEqual([expect.objectContaining({ column: null, field: 'sector' })]);
		value(await correctRow(db, rally, id, { ...nothing, line: 2, fields: [{ field: 'sector', text: 'Industrie' }] })); // prettier-ignore
		expect(await shown(db, id)).toEqual(['2 create Bricoval', '3 error Verts']);
		expect((await faults(db, id, 3))[0]!.column).toBe(2);

		const other = await toRows(db, rally, 'company', pasted, { sector: 'Environnement', state: 'Confirmée' });
		expect(await shown(db, other)).toEqual(['2 create Bricoval', '3 create Verts']);
		value(await applyImport(db, rally, other, claire));
		expect((await companies())[0]).toMatchObject({ sector: 'environment', state: 'confirmed' });
	});

	test('what a header means is remembered by the organisation, and by no other', async () => {
		const { db } = database;
		await fresh();
		const pasted = 'Boîte;Ville;Divers\nBricoval;Aubenas;Industrie\n';
		const start = async (where: StoredRally) => {
			const { id } = value(await startImport(db, where, 'company', { pasted }, claire));
			return { id, keys: (await spreadsheetImports(db).find(where.id, id))!.chosen.keys };
		};
		const first = await start(rally);
		expect(first.keys).toEqual([null, 'commune', null]);
		expect(await chooseColumns(db, rally, first.id, { keys: first.keys, defaults: {} })).toMatchObject({ error: { code: 'missing' } }); // prettier-ignore
		expect(await chooseColumns(db, rally, first.id, { keys: ['name', 'name', null], defaults: {} })).toMatchObject({ error: { code: 'twice', column: 1 } }); // prettier-ignore
		value(await chooseColumns(db, rally, first.id, { keys: ['name', null, 'sector'], defaults: {} }));
		expect((await start(rally)).keys).toEqual(['name', null, 'sector']);
		expect((await start(await aStoredRally(db, 'autre'))).keys).toEqual([null, 'commune', null]);
	});

	test('nothing is remembered of a column that was empty: filled another time, it is recognised', async () => {
		const { db } = database;
		await fresh();
		const keysOf = async (pasted: string) => {
			const { id } = value(await startImport(db, rally, 'company', { pasted }, claire));
			return { id, keys: (await spreadsheetImports(db).find(rally.id, id))!.chosen.keys };
		};
		const first = await keysOf('Entreprise;Ville;Secteur\nBricoval;Aubenas;\n');
		expect(first.keys).toEqual(['name', 'commune', null]);
		value(await chooseColumns(db, rally, first.id, { keys: ['name', null, null], defaults: {} }));
		expect((await keysOf('Entreprise;Ville;Secteur\nVerts;Privas;BTP\n')).keys).toEqual([
			'name',
			null,
			'sector'
		]);
	});

	test('another sheet and another line of headers may be chosen', async () => {
		const { db } = database;
		await fresh();
		const { id } = value(await startImport(db, rally, 'company', { pasted: 'a;b\nEntreprise;Ville\nVerts;Privas' }, claire)); // prettier-ignore
		expect((await spreadsheetImports(db).find(rally.id, id))!.head).toEqual({ row: 1, lines: 1 });
		value(await chooseTable(db, rally, id, { sheet: 0, head: { row: 0, lines: 1 } }));
		expect((await spreadsheetImports(db).find(rally.id, id))!.found).toMatchObject({ headers: ['a', 'b'], rows: 2 }); // prettier-ignore
		expect(await chooseTable(db, rally, id, { sheet: 3, head: null })).toMatchObject({ error: { code: 'not-found' } }); // prettier-ignore
		expect(await chooseTable(db, rally, id, { sheet: 0, head: { row: 2, lines: 1 } })).toMatchObject({ error: { code: 'no-rows' } }); // prettier-ignore
	});

	test('a killed analysis is begun again; an import is applied once, and is not another rally’s', async () => {
		const { db } = database;
		await fresh();
		const { id } = value(await startImport(db, rally, 'company', { pasted: 'Entreprise;Secteur\nVerts;BTP\nBleus;BTP' }, claire)); // prettier-ignore
		value(await chooseColumns(db, rally, id, { keys: ['name', 'sector'], defaults: {} }));
		// Half done, and silent for a minute: its process is gone.
		await spreadsheetRows(db, id).write([{ line: 2, cells: ['vieux'], status: 'error', review: { name: '', faults: [], twin: null, changes: [] }, decision: null, recordId: null, changeId: null }]); // prettier-ignore
		await spreadsheetImports(db).save(id, { heartbeatAt: new Date(Date.now() - 60_000) });
		await Promise.all([analyseRows(db, rally, id), analyseRows(db, rally, id)]);
		await expect.poll(() => spreadsheetImports(db).find(rally.id, id)).toMatchObject({ state: 'rows' });
		expect(await shown(db, id)).toEqual(['2 create Verts', '3 create Bleus']);

		const elsewhere = await aStoredRally(db, 'autre');
		expect(await applyImport(db, elsewhere, id, claire)).toEqual({ ok: false, error: { code: 'not-found' } });
		const both = await Promise.all([applyImport(db, rally, id, claire), applyImport(db, rally, id, driss)]);
		expect(both.map((one) => value(one).created).sort()).toEqual([0, 2]);
		expect(await companies()).toHaveLength(2);
	});

	test('a row that would now do something else waits to be shown again', async () => {
		const { db } = database;
		await fresh();
		const id = await toRows(
			db,
			rally,
			'company',
			'Entreprise;Ville;Secteur\nVerts;Privas;BTP\nBleus;Privas;BTP'
		);
		await addCompany(db, rally, inputs.company({ name: 'Verts', commune: 'Privas' }), driss);
		expect(value(await applyImport(db, rally, id, claire))).toEqual({ created: 1, updated: 0, changed: 1 });
		expect(await shown(db, id)).toEqual(['2 update Verts', '3 applied Bleus']);
	});

	test('a refusal in the middle writes nothing at all', async () => {
		const { db } = database;
		await fresh();
		const id = await toRows(
			db,
			rally,
			'company',
			'Entreprise;Ville;Secteur\nVerts;Privas;BTP\nBleus;Privas;BTP'
		);
		await expect(applyImport(db, rally, id, { name: null as never })).rejects.toThrow();
		expect(await companies()).toEqual([]);
		expect(await shown(db, id)).toEqual(['2 create Verts', '3 create Bleus']);
	});
});
