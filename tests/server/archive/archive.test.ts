import { getTableConfig } from 'drizzle-orm/pg-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '$lib/domain/access';
import type { Database, Db } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { rowsOfRally, staysBehind, travelling } from '$lib/server/db/repositories/rally-rows';
import { records } from '$lib/server/db/repositories/records';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { organization } from '$lib/server/db/schema';
import { readArchive } from '$lib/server/use-cases/archive/read-archive';
import { writeArchive } from '$lib/server/use-cases/archive/write-archive';
import { openBox } from '$lib/server/vault/archive-box';
import { backends, freshDatabase } from '../../databases';
import { savePlanByHand } from '../planned';
import { value } from '../records/rallies';

const secret = 'the secret of the installation that makes archives';
const passphrase = 'une phrase assez longue';
const now = new Date('2027-01-20T10:00:00Z');
const actorOf = (organizationId: string): Actor => ({
	userId: 'u',
	name: 'Camille',
	email: 'c@demo.example',
	memberships: [{ organizationId, organizationName: organizationId, network: 'mife', role: 'administrator' }]
});

describe.each(backends)('%s', (kind) => {
	let home: Database;
	let away: Database;
	let rally: StoredRally;
	let bytes: Uint8Array<ArrayBuffer>;
	const elsewhere = (db: Db) => db.insert(organization).values({ id: 'away', name: 'Away', slug: 'away' });

	beforeAll(async () => {
		home = await freshDatabase(kind);
		away = await freshDatabase(kind);
		const { rallyId } = await seedDemo(home.db, '2027-01-04');
		rally = (await rallies(home.db).find(rallyId))!;
		await savePlanByHand(home.db, rally);
		await elsewhere(away.db);
		bytes = await writeArchive(home.db, rally, passphrase, secret, now);
	}, 90_000);
	afterAll(async () => {
		await home.close();
		await away.close();
	});

	test('another installation reads the whole rally, row for row', async () => {
		const read = value(await readArchive(away.db, bytes, passphrase, 'away', actorOf('away')));
		const [there, here] = [await rowsOfRally(away.db, read.rallyId), await rowsOfRally(home.db, rally.id)];
		const counts = (rows: typeof here) => Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.length])); // prettier-ignore
		expect(counts(there)).toEqual(counts(here));
		expect(Object.values(counts(here)).reduce((a, b) => a + b)).toBeGreaterThan(150);

		const dossier = await readDossier(away.db, (await rallies(away.db).find(read.rallyId))!);
		const original = await readDossier(home.db, rally);
		const names = (all: { lastName: string; statuses: string[] }[]) => all.map(({ lastName, statuses }) => `${lastName} ${statuses.join()}`).sort(); // prettier-ignore
		expect(names(dossier.participants)).toEqual(names(original.participants));
		// Whom a visit names is the company that came along.
		const hosts = new Set(dossier.companies.map(({ id }) => id));
		expect(dossier.plan!.teams.flatMap(({ visits }) => visits).every(({ companyId }) => hosts.has(companyId))).toBe(true); // prettier-ignore
		expect(dossier.plan!.travel.ids.slice(1).every((id) => hosts.has(id))).toBe(true);
		expect(JSON.stringify(there)).not.toContain(rally.id);
	});

	test('it opens twice, beside the original, in the organisation asked for only', async () => {
		const again = value(await readArchive(home.db, bytes, passphrase, rally.organizationId, actorOf(rally.organizationId))); // prettier-ignore
		expect(again.rallyId).not.toBe(rally.id);
		expect((await records(home.db, 'participant').list(rally.id)).length).toBeGreaterThan(10);
		expect(await readArchive(away.db, bytes, passphrase, 'away', actorOf('other'))).toEqual({ ok: false, error: { code: 'not-your-organization' } }); // prettier-ignore
	});

	test('nobody reads it without its passphrase, and what was touched is refused', async () => {
		const text = new TextDecoder().decode(bytes);
		// Base 64 spells any short name by chance: the sealed bytes are read as they are.
		const { body, organization, rally: title, ...rest } = JSON.parse(text) as Record<string, string>;
		expect([organization, title]).toEqual([expect.stringContaining('MIFE'), rally.title]);
		expect(Object.keys(rest)).toEqual(['equipage', 'format', 'made', 'first', 'signer', 'salt', 'nonce', 'tag', 'signature']); // prettier-ignore
		const sealed = Buffer.from(body!, 'base64').toString('latin1');
		expect(sealed).not.toContain('lastName');
		for (const { lastName } of (await readDossier(home.db, rally)).participants)
			expect(sealed).not.toContain(`"${lastName}"`);
		const open = (of: string, pass = passphrase) => openBox(new TextEncoder().encode(of), pass);
		expect(await open(text, 'une autre phrase, longue')).toEqual({ ok: false, error: { code: 'wrong-passphrase' } }); // prettier-ignore
		expect(await open(text.replace(/"rally":"[^"]*"/, '"rally":"Un autre"'))).toEqual({ ok: false, error: { code: 'altered' } }); // prettier-ignore
		expect(await open(text.slice(0, -20))).toEqual({ ok: false, error: { code: 'not-an-archive' } });
		expect(await open('{"equipage":"archive","format":2}')).toEqual({ ok: false, error: { code: 'newer-format' } }); // prettier-ignore
		expect(await open('PK\u0003\u0004')).toEqual({ ok: false, error: { code: 'not-an-archive' } });
	});

	test('what the database refuses leaves nothing behind', async () => {
		const opened = value(await openBox(bytes, passphrase));
		const content = opened.content as Record<string, Record<string, unknown>[]>;
		content.vehicle![0]!.seats = 90;
		const { closeBox } = await import('$lib/server/vault/archive-box');
		const broken = await closeBox(opened.head, content, passphrase, secret);
		const before = (await rallies(away.db).ofOrganizations(['away'])).length;
		expect(await readArchive(away.db, broken, passphrase, 'away', actorOf('away'))).toEqual({ ok: false, error: { code: 'does-not-fit' } }); // prettier-ignore
		expect((await rallies(away.db).ofOrganizations(['away'])).length).toBe(before);
	});
});

test('every table of a rally travels or says why it stays', () => {
	const names = travelling.map((table) => getTableConfig(table).name);
	expect(names.filter((name) => name in staysBehind)).toEqual([]);
	// Rows come after those they refer to.
	for (const [at, table] of travelling.entries())
		for (const key of getTableConfig(table).foreignKeys) {
			const to = getTableConfig(key.reference().foreignTable).name;
			if (names.includes(to) && to !== names[at]) expect(names.indexOf(to)).toBeLessThan(at);
			expect(to in staysBehind, `${names[at]} → ${to}`).toBe(false);
		}
});
