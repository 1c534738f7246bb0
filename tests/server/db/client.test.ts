import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openDatabase } from '$lib/server/db/client';
import { FolderTaken } from '$lib/server/db/folder-lock';
import { organization } from '$lib/server/db/schema';
import { backends, freshDatabase, testKeys } from '../../databases';

const aMife = { id: 'mife', name: 'MIFE', slug: 'mife', network: 'mife' as const };

describe.each(backends)('%s', (kind) => {
	test('is migrated, and undoes a transaction that fails', async () => {
		const { db, close } = await freshDatabase(kind);
		await db.insert(organization).values(aMife);
		await expect(
			db.transaction(async (tx) => {
				await tx.insert(organization).values({ ...aMife, id: 'b', slug: 'b' });
				throw new Error('stop');
			})
		).rejects.toThrow('stop');
		expect((await db.select().from(organization)).map(({ id }) => id)).toEqual(['mife']);
		await close();
	});
});

describe('an embedded folder', () => {
	const root = mkdtempSync(join(tmpdir(), 'equipage-test-'));
	const folder = join(root, 'base');
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	test('keeps its rows, and opens for one process at a time', async () => {
		writeFileSync(`${folder}.lock`, '1');
		await expect(openDatabase(folder, testKeys)).rejects.toThrow(FolderTaken);
		writeFileSync(`${folder}.lock`, '999999999'); // a process that is gone

		const first = await openDatabase(folder, testKeys);
		await first.db.insert(organization).values(aMife);
		await first.close();
		const second = await openDatabase(folder, testKeys);
		expect(await second.db.select().from(organization)).toHaveLength(1);
		await second.close();
	});
});
