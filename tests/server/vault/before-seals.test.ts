import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { drizzle } from 'drizzle-orm/pglite';
import { migrate } from 'drizzle-orm/pglite/migrator';
import { afterAll, expect, test } from 'vitest';
import { openDatabase } from '$lib/server/db/client';
import { changes } from '$lib/server/db/repositories/changes';
import { records } from '$lib/server/db/repositories/records';
import { sealedPlaces } from '$lib/server/db/schema/sealed';
import { testKeys } from '../../databases';
import { everythingStored } from './stored';

const folder = mkdtempSync(join(tmpdir(), 'equipage-before-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The migrations up to the one that brought the seals, left out. */
function migrationsBeforeSeals(): string {
	cpSync('drizzle', folder, { recursive: true });
	const file = join(folder, 'meta/_journal.json');
	const journal = JSON.parse(readFileSync(file, 'utf8')) as { entries: { tag: string }[] };
	const seals = journal.entries.findIndex(({ tag }) => tag.endsWith('_sealed_columns'));
	writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, seals) }));
	return folder;
}

test('a database from before there were seals is migrated with all that it held, then sealed', async () => {
	const old = await PGlite.create();
	await migrate(drizzle(old), { migrationsFolder: migrationsBeforeSeals() });
	await old.exec(`
		insert into organization (id, name, slug) values ('mife', 'MIFE', 'mife');
		insert into rally (id, organization_id, title, department, programme, settings, charter_version, updated_by) values
			('00000000-0000-4000-8000-000000000001', 'mife', 'Rallye', '74', '[]', '{}', '2024', 'x');
		insert into participant (id, organization_id, rally_id, first_name, last_name, diploma, statuses, needs,
				has_id_paper, together, diet, phone, updated_by) values
			('00000000-0000-4000-8000-000000000002', 'mife', '00000000-0000-4000-8000-000000000001', 'Ana', 'Petit',
				'bac', '{rsa,refugee}', '{pregnancy}', false, '{00000000-0000-4000-8000-000000000003}',
				'sans "porc"' || chr(10) || 'ni \\ alcool', '06 01 02 03 04', 'x'),
			('00000000-0000-4000-8000-000000000003', 'mife', '00000000-0000-4000-8000-000000000001', 'Bo', 'Li',
				null, '{}', '{}', true, '{}', '', '', 'x');
		insert into change (id, organization_id, rally_id, record, record_id, kind, version, after, by) values
			('00000000-0000-4000-8000-000000000004', 'mife', '00000000-0000-4000-8000-000000000001', 'participant',
				'00000000-0000-4000-8000-000000000002', 'create', 1, '{"statuses": ["rsa"]}', 'x');`);
	const dump = await old.dumpDataDir('none');
	await old.close();

	const database = await openDatabase('memory:', testKeys, dump);
	const [rally, ana, bo] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [string, string, string]; // prettier-ignore
	const find = (id: string) => records(database.db, 'participant').find(rally, id);
	expect(await find(ana)).toMatchObject({
		diploma: 'bac',
		statuses: ['rsa', 'refugee'],
		needs: ['pregnancy'],
		hasIdPaper: false,
		together: [bo],
		apart: [],
		diet: 'sans "porc"\nni \\ alcool',
		phone: '06 01 02 03 04',
		language: ''
	});
	expect(await find(bo)).toMatchObject({ diploma: null, statuses: [], hasIdPaper: true, diet: '' });
	expect((await changes(database.db).latest(rally, 1))[0]).toMatchObject({
		before: null,
		after: { statuses: ['rsa'] }
	});
	const clear = (await everythingStored(database)).filter(
		({ where, text }) => sealedPlaces.has(where) && !text.startsWith('eq1.')
	);
	expect(clear).toEqual([]);
	await database.close();
}, 90_000);
