import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Db } from '$lib/server/db/client';
import { networkStanding } from '$lib/server/db/repositories/network-standing';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { bilan } from '$lib/server/db/schema';
import { inventedLogos } from '$lib/server/demo/invented-logos';
import { printBilan } from '$lib/server/documents/bilan/draw';
import { writeBilan } from '$lib/server/documents/bilan/write';
import { readBilan } from '$lib/server/use-cases/bilans/read-bilans';
import { readReceived } from '$lib/server/use-cases/bilans/read-received';
import { printThankYou } from '$lib/server/use-cases/closing/print-closing';
import { saveLogo } from '$lib/server/use-cases/logos/save-logo';
import { readSupporters, removeSupporterLogo, saveSupporterLogo, supporterLogo } from '$lib/server/use-cases/logos/supporter-logos'; // prettier-ignore
import { addRecord } from '$lib/server/use-cases/records/edit-record';
import { copyRally } from '$lib/server/use-cases/rallies/copy-rally';
import { aSentBilan } from '../../domain/network/builders';
import { readPdf } from '../../documents/pdf';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, driss, value } from '../records/rallies';

const bytesOf = (name: keyof typeof inventedLogos) =>
	new Uint8Array(Buffer.from(inventedLogos[name], 'base64'));

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let funder: string;
	let donor: string;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		db = database.db;
		rally = await aStoredRally(db);
		({ id: funder } = await addRecord(db, 'partner', rally, inputs.partner({ name: 'Département', roles: ['funder'] }), claire)); // prettier-ignore
		({ id: donor } = await addRecord(db, 'company', rally, inputs.company({ name: 'Aciers' }), claire));
		await addRecord(db, 'company', rally, inputs.company({ name: 'Bois' }), claire);
		await addRecord(
			db,
			'commitment',
			rally,
			{ companyId: donor, kind: 'prize', description: 'Lots' },
			claire
		);
	});
	afterAll(() => database.close());

	test('a funder and a donor give theirs; a damaged file, a second hand and another rally are refused', async () => {
		expect((await readSupporters(db, rally)).map(({ name, logo }) => [name, logo])).toEqual([['Département', null], ['Aciers', null]]); // prettier-ignore
		const given = { id: funder, version: 0, bytes: bytesOf('funder') };
		value(await saveSupporterLogo(db, rally, given, claire));
		expect(await saveSupporterLogo(db, rally, given, driss)).toEqual({ ok: false, error: { code: 'edited-meanwhile' } }); // prettier-ignore
		expect(await saveSupporterLogo(db, rally, { ...given, version: 1, bytes: bytesOf('funder').subarray(0, 900) }, driss)).toEqual({ ok: false, error: { code: 'damaged' } }); // prettier-ignore
		value(await saveSupporterLogo(db, rally, { id: donor, version: 0, bytes: bytesOf('donor') }, claire));
		const other = await aStoredRally(db, 'other');
		expect(await supporterLogo(db, other, funder)).toBeNull();
		expect(await saveSupporterLogo(db, other, given, claire)).toEqual({ ok: false, error: { code: 'not-found' } }); // prettier-ignore
		expect((await supporterLogo(db, rally, donor))?.file).toBe(inventedLogos.donor);
	});

	test('letters show them, each read aloud by its name', async () => {
		const { alts } = await readPdf((await printThankYou(db, rally, '2027-06-20'))!);
		expect(new Set(alts)).toEqual(new Set(['Aciers', 'Département']));
	});

	test('each bilan carries its own: the funder’s on the funder’s, and never on another', async () => {
		value(await saveLogo(db, rally.organizationId, { kind: 'own', version: 0, bytes: bytesOf('own') }, claire)); // prettier-ignore
		const alts = async (key: string, onPaper = true) => {
			const { content } = (await readBilan(db, rally, key, new Date('2027-07-01'), onPaper))!;
			expect((await readPdf(await printBilan(content))).alts).toEqual(content.marks.map(({ name }) => name));
			return content.marks.map(({ name }) => name);
		};
		const own = (await alts('federation'))[0]!;
		expect(await alts('federation')).toEqual([own]);
		expect(await alts(funder)).toEqual([own, 'Département']);
		expect(await alts(funder, false)).toEqual([]);
		const { content } = (await readBilan(db, rally, funder, new Date('2027-07-01'), true))!;
		const written = Buffer.from(await writeBilan(content)).toString('latin1');
		expect(written.match(/word\/media\/[^.]+\.png/g)?.length).toBeGreaterThanOrEqual(2);
	});

	test('the federation prints the organisation’s while the right is granted', async () => {
		const [row] = await db
			.insert(bilan)
			.values({
				...{ organizationId: rally.organizationId, rallyId: rally.id, updatedBy: 'Claire' },
				...{ recipient: 'federation', state: 'sent', sent: aSentBilan(), sentOn: new Date('2027-07-01') }
			})
			.returning();
		const marks = async (onPaper = true) => (await readReceived(db, row!.id, onPaper))!.content.marks.length;
		expect(await marks()).toBe(0);
		const decide = (state: 'granted' | 'suspended', heldFrom: string) =>
			networkStanding(db).decide({ organizationId: rally.organizationId, state, reason: 'x', heldFrom, by: 'Réseau' }); // prettier-ignore
		await decide('granted', '2020-01-01');
		expect(await marks()).toBe(1);
		expect(await marks(false)).toBe(0);
		await decide('suspended', '2020-02-01');
		expect(await marks()).toBe(0);
	});

	test('a copied rally keeps its partners’ logos, and taking one off leaves the other', async () => {
		const copied = await copyRally(db, rally, { title: 'Suivant', edition: 2, first: '2028-03-07' }, claire);
		const next = (await rallies(db).find(copied.id))!;
		expect((await readSupporters(db, next)).filter(({ logo }) => logo).map(({ name }) => name)).toEqual(['Département', 'Aciers']); // prettier-ignore
		value(await removeSupporterLogo(db, rally, { id: funder, version: 1 }));
		expect(await removeSupporterLogo(db, rally, { id: funder, version: 1 })).toMatchObject({ ok: false });
		expect((await readSupporters(db, rally)).filter(({ logo }) => logo)).toHaveLength(1);
		expect((await readSupporters(db, next)).filter(({ logo }) => logo)).toHaveLength(2);
	});
});
