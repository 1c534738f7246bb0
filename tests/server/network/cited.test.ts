import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import { organization } from '$lib/server/db/schema';
import { addNetworkRecord } from '$lib/server/use-cases/network/save-network-record';
import { readCited, readYearTable } from '$lib/server/use-cases/network/read-table';
import { backends, freshDatabase } from '../../databases';

describe.each(backends)('on %s', (kind) => {
	let database: Database;
	beforeAll(async () => void (database = await freshDatabase(kind)), 60_000);
	afterAll(() => database.close());

	test('35 % and 55 % stay two figures of two sources, and enter no total', async () => {
		const { db } = database;
		await db.insert(organization).values({ id: 'federation', name: 'Fédération', slug: 'f', network: 'federation' }); // prettier-ignore
		const label = 'Participants avec une solution à six mois';
		const before = await readYearTable(db, 2016, 2016);
		for (const [year, value, source] of [
			[2016, '35 %', 'Rapport'],
			[2017, '55 %', 'Affiches'],
			[2016, '55 %', 'Affiches']
		] as const)
			// prettier-ignore
			await addNetworkRecord(db, 'cited', 'federation', { year, label, value, source }, { name: 'Sasha' });
		expect((await readCited(db)).map(({ year, value, source }) => `${year} ${value} ${source}`)).toEqual([
			'2017 55 % Affiches',
			'2016 55 % Affiches',
			'2016 35 % Rapport'
		]);
		expect(await readYearTable(db, 2016, 2016)).toEqual(before);
	});
});
