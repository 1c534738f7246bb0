import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { sealAll } from '$lib/server/db/seal-all';
import { sealedPlaces } from '$lib/server/db/schema/sealed';
import { unlock, WrongDataKey } from '$lib/server/db/unlock';
import { addParticipant } from '$lib/server/use-cases/participants/save-participant';
import { dataKey, keyringOf, type KeySource } from '$lib/server/vault/keys';
import { prefixOf, SealBroken } from '$lib/server/vault/seal';
import { backends, freshDatabase, testKeys } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';
import { everythingStored } from './stored';

const keys = (key: string, ...old: string[]): KeySource => ({ key, old, file: null });
const [first, second] = ['the first key, of thirty-two signs.', 'the second key, as long as the first'];

describe.each(backends)('%s', (backend) => {
	let database: Database;
	beforeAll(async () => {
		database = await freshDatabase(backend);
	});
	afterAll(() => database.close());

	/** Two people of a rally of their own, everything sealed with the key of tests. */
	const withPeople = async () => {
		await database.db.execute(sql`truncate organization cascade`);
		await unlock(database.db, keys(testKeys.key, second));
		const rally = await aStoredRally(database.db);
		const add = (difference: Partial<inputs.Participant>) =>
			addParticipant(database.db, rally, inputs.participant(difference), claire);
		const { id } = value(
			await add({ statuses: ['rsa', 'refugee'], phone: '06 01 02 03 04', diet: 'sans porc' })
		);
		await add({ firstName: 'Bilal', needs: ['pregnancy'] });
		const read = async () => (await records(database.db, 'participant').find(rally.id, id))!;
		return { rally, id, read };
	};
	/** Key name → how many values are sealed with it; '' for those in clear. */
	const sealedWith = async () => {
		const counts: Record<string, number> = {};
		for (const { where, text } of await everythingStored(database))
			if (sealedPlaces.has(where)) {
				const name = /^eq1\.([^.]+)/.exec(text)?.[1] ?? '';
				counts[name] = (counts[name] ?? 0) + 1;
			}
		return counts;
	};

	test('a new key seals everything again; the old one is read until then, and no more needed', async () => {
		const { read } = await withPeople();
		const before = await read();
		await unlock(database.db, keys(second, testKeys.key));
		expect(Object.keys(await sealedWith())).toEqual([dataKey(second).id]);
		expect(await read()).toEqual(before);
		await unlock(database.db, keys(second));
		expect(await read()).toEqual(before);
	});

	test('a key that is not the right one, or one forgotten too early, is refused in words and changes nothing', async () => {
		await withPeople();
		const before = await everythingStored(database);
		for (const wrong of [keys(first), keys(first, second)])
			await expect(unlock(database.db, wrong)).rejects.toThrow(WrongDataKey);
		await expect(unlock(database.db, keys(first))).rejects.toThrow('n’est pas celle qui a scellé cette base');
		await expect(unlock(database.db, { key: null, old: [], file: null })).rejects.toThrow('manque');
		expect(await everythingStored(database)).toEqual(before);

		// Changed by somebody who stopped half-way: both keys are asked for until the end.
		await database.db.execute(sql`update data_key set complete_at = null`);
		await database.db.execute(
			sql`insert into data_key (id, probe) select ${dataKey(second).id}, 'eq1.x.y' from data_key`
		);
		await expect(unlock(database.db, keys(second, testKeys.key))).rejects.toThrow(WrongDataKey);
		await database.db.execute(sql`delete from data_key where probe = 'eq1.x.y'`);
	});

	test('a value altered, or moved to another column, does not open, and is named', async () => {
		const { id, read, rally } = await withPeople();
		const { db } = database;
		await db.execute(sql`update participant set diet = referent_name where id = ${id}`);
		await expect(read()).rejects.toThrow(SealBroken);
		await db.execute(
			sql`update participant set diet = overlay(diet placing 'AAAA' from 60) where id = ${id}`
		);
		await expect(read()).rejects.toThrow('altérée');
		expect(await sealAll(db, keyringOf([testKeys.key]), { verify: true })).toMatchObject({
			sealed: 0,
			unreadable: [{ place: 'participant.diet', row: id }]
		});
		// It holds nobody up: everything else is sealed with the new key, and the old one stays asked for.
		await unlock(db, keys(second, testKeys.key));
		const counts = await sealedWith();
		expect(counts[dataKey(testKeys.key).id]).toBe(1);
		expect(counts[dataKey(second).id]).toBeGreaterThan(30);
		await expect(unlock(db, keys(second))).rejects.toThrow(WrongDataKey);
		expect(await records(db, 'vehicle').list(rally.id)).toEqual([]);
	});

	test('rows in clear from before are read, then sealed, also when killed in the middle', async () => {
		const { id, read } = await withPeople();
		const { db } = database;
		// As the migration leaves them: JSON in a column of text.
		await db.execute(sql`
			update participant set statuses = '["rsa","refugee"]', phone = '"06 01 02 03 04"', diet = '"sans porc"',
				has_id_paper = 'false', diploma = null where id = ${id}`);
		await db.execute(
			sql`update change set before = null, after = '{"statuses": ["rsa"], "firstName": "Ana"}'`
		);
		await db.execute(sql`update data_key set complete_at = null`);
		const expected = {
			statuses: ['rsa', 'refugee'],
			phone: '06 01 02 03 04',
			diet: 'sans porc',
			hasIdPaper: false
		};
		expect(await read()).toMatchObject(expected);
		expect((await sealedWith())['']).toBe(6);

		let writes = 0;
		const dying = new Proxy(db, {
			get(target, name) {
				if (name === 'update' && ++writes > 2) throw new Error('killed');
				const found = Reflect.get(target, name) as unknown;
				return typeof found === 'function' ? found.bind(target) : found;
			}
		});
		await expect(unlock(dying, testKeys)).rejects.toThrow('killed');
		const left = (await sealedWith())['']!;
		expect(left).toBeGreaterThan(0);
		expect(left).toBeLessThan(6);
		expect(await read()).toMatchObject(expected);

		await unlock(db, testKeys);
		expect((await sealedWith())['']).toBeUndefined();
		expect(await read()).toMatchObject(expected);
		const once = await everythingStored(database);
		await unlock(db, testKeys);
		expect(await everythingStored(database)).toEqual(once);
	});
});

describe('the embedded database', () => {
	const root = mkdtempSync(join(tmpdir(), 'equipage-key-'));
	const [base, file] = [join(root, 'base'), join(root, 'data-key')];
	const source = { key: null, old: [], file };
	afterAll(() => rmSync(root, { recursive: true, force: true }));

	test('makes its key once, beside it and for its owner alone; without it, nothing opens and none is made', async () => {
		const template = new Blob([readFileSync('node_modules/.cache/pglite-template.tar')]);
		await (await openDatabase(base, source, template)).close();
		expect(statSync(file).mode & 0o777).toBe(0o600);
		const secret = readFileSync(file, 'utf8').trim();

		rmSync(file);
		await expect(openDatabase(base, source)).rejects.toThrow(`le fichier « ${file} »`);
		expect(existsSync(file)).toBe(false);
		// Given back by hand, it opens again: the refusal left no lock behind.
		const again = await openDatabase(base, keys(secret));
		expect((await everythingStored(again)).find(({ where }) => where === 'data_key.probe')!.text).toContain(
			prefixOf(dataKey(secret).id)
		);
		await again.close();
	}, 90_000);
});
