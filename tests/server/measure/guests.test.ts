import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { inviteAll, noteGuest, toInvite } from '$lib/server/use-cases/closing/invite';
import { readMeasures } from '$lib/server/use-cases/measure/read-measures';
import { addRecord, archiveRecord, undoChange } from '$lib/server/use-cases/records/edit-record';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, driss, value } from '../records/rallies';

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = await aStoredRally(database.db);
	});
	afterAll(() => database.close());

	test('companies and partners are invited in one go, once, and all taken back together', async () => {
		const { db } = database;
		for (const name of ['Aciers', 'Bois'])
			await addRecord(db, 'company', rally, inputs.company({ name }), claire);
		await addRecord(db, 'company', rally, inputs.company({ name: 'Refus', state: 'declined' }), claire);
		await addRecord(
			db,
			'partner',
			rally,
			inputs.partner({ invitedToClosing: true, roles: ['funder'] }),
			claire
		);
		await addRecord(db, 'partner', rally, inputs.partner({ name: 'Autre' }), claire);

		const invited = await inviteAll(db, rally, 'companies', claire);
		expect(invited.added).toBe(2);
		expect((await inviteAll(db, rally, 'companies', claire)).added).toBe(0);
		expect((await inviteAll(db, rally, 'partners', claire)).added).toBe(1);
		const guests = await records(db, 'guest').list(rally.id);
		expect(guests.map(({ organisation, kind }) => `${organisation} ${kind}`).sort()).toEqual([
			'Aciers company',
			'Bois company',
			'Ville de Thyez funder'
		]);

		const [first] = guests;
		value(await noteGuest(db, rally, first!.id, 1, { reply: 'yes', coming: 1 }, claire));
		expect(await noteGuest(db, rally, first!.id, 1, { reply: 'no' }, driss)).toMatchObject({
			ok: false,
			error: { code: 'edited-meanwhile', by: 'Claire' }
		});
		const partner = guests.find(({ kind }) => kind === 'funder')!;
		await archiveRecord(db, 'guest', rally, partner.id, claire);
		// Taken off on purpose: not proposed again.
		expect((await toInvite(db, rally)).partners).toEqual([]);
		const other = await aStoredRally(db, 'other');
		await addRecord(db, 'company', other, inputs.company(), claire);
		const all = await inviteAll(db, other, 'companies', claire);
		value(await undoChange(db, other, all.change!, claire));
		expect(await records(db, 'guest').list(other.id)).toEqual([]);
	});

	test('guests are counted as people, and nobody counted is not zero', async () => {
		const { db } = database;
		const own = await aStoredRally(db, 'counted');
		expect((await readMeasures(db, own, '2027-06-01')).guestsInvited).toEqual({ is: 'nc' });
		await addRecord(db, 'guest', own, { name: 'Mairie', kind: 'institution', people: 3 }, claire);
		await addRecord(db, 'guest', own, { name: 'Presse', kind: 'press', people: 1, came: 1 }, claire);
		expect(await readMeasures(db, own, '2027-06-01')).toMatchObject({
			guestsInvited: { is: 'value', value: 4 },
			guestsCame: { is: 'value', value: 1 }
		});
	});
});
