import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { BadSettings, readEnv } from '$lib/server/env';

const folder = mkdtempSync(join(tmpdir(), 'equipage-env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const names = [...readFileSync('.env.example', 'utf8').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name!);
const read = (source: Record<string, string>) => readEnv({ DATA_DIR: folder, ...source });

test('a setting left empty is a setting not given', () => {
	expect(names.length).toBeGreaterThan(10);
	const empty = Object.fromEntries(names.map((name) => [name, name === 'DATA_DIR' ? folder : '  ']));
	expect(read(empty)).toEqual(read({}));
	expect(read(empty)).toMatchObject({
		databaseUrl: null,
		origin: 'http://localhost:3000',
		planSeconds: 20,
		logLevel: 'info',
		demo: false
	});
});

test('each setting that does not hold is said, all at once', () => {
	const faults = (source: Record<string, string>) => {
		try {
			read(source);
		} catch (problem) {
			if (problem instanceof BadSettings) return problem.faults.map((fault) => fault.split(' ')[0]);
			throw problem;
		}
	};
	expect(
		faults({ PLAN_SECONDS: '601', LOG_LEVEL: 'loud', ORIGIN: 'rallyes.exemple.fr', AUTH_SECRET: 'short' })
	).toEqual(expect.arrayContaining(['PLAN_SECONDS', 'LOG_LEVEL', 'ORIGIN', 'AUTH_SECRET']));
	expect(faults({ PLAN_SECONDS: 'vingt' })).toEqual(['PLAN_SECONDS']);
	expect(faults({ DATABASE_URL: 'postgres://localhost/equipage' })).toEqual(['AUTH_SECRET', 'DATA_KEY']);
	expect(faults({ DATABASE_URL: 'postgres://localhost/equipage', AUTH_SECRET: 'x'.repeat(32) })).toEqual([
		'DATA_KEY'
	]);
	expect(faults({ DATA_KEY: 'short' })).toEqual(['DATA_KEY']);
});

test('no service outside is called unless its address is set, and one road server at most', () => {
	expect(read({})).toMatchObject({ companyDirectory: null, geocoder: null, roads: null });
	expect(read({ OSRM_URL: 'http://localhost:5000' }).roads).toEqual({
		kind: 'osrm',
		url: 'http://localhost:5000',
		key: null
	});
	expect(read({ ORS_URL: 'https://ors.exemple.fr/ors', ORS_KEY: 'k' }).roads).toMatchObject({
		kind: 'openrouteservice',
		key: 'k'
	});
	expect(() => read({ OSRM_URL: 'http://a.fr', ORS_URL: 'http://b.fr' })).toThrow('ne vont pas ensemble');
	for (const url of ['localhost:5000', 'ftp://a.fr', 'https://a.fr/?cle=1'])
		expect(() => read({ GEOCODER_URL: url })).toThrow('GEOCODER_URL doit être une adresse complète');
});

test('the data key is the setting’s, or kept in a file beside the embedded database', () => {
	const key = 'k'.repeat(44);
	expect(read({}).dataKeys).toEqual({ key: null, old: [], file: join(folder, 'data-key') });
	expect(read({ DATA_KEY: key, DATA_KEY_OLD: 'one, two' }).dataKeys).toMatchObject({
		key,
		old: ['one', 'two']
	});
	expect(
		read({ DATABASE_URL: 'postgres://localhost/e', AUTH_SECRET: 'x'.repeat(32), DATA_KEY: key }).dataKeys.file
	).toBeNull();
	expect(read({ DATABASE_URL: 'memory:' }).dataKeys).toEqual({ key: null, old: [], file: null });
});
