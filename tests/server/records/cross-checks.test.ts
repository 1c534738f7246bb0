import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '$lib/server/db/client';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { addAccompanist } from '$lib/server/use-cases/accompanists/save-accompanist';
import { addCompany, saveCompany } from '$lib/server/use-cases/companies/save-company';
import { addParticipant, saveParticipant } from '$lib/server/use-cases/participants/save-participant';
import { addPartner, savePartner } from '$lib/server/use-cases/partners/save-partner';
import { archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { addVehicle, saveVehicle } from '$lib/server/use-cases/vehicles/save-vehicle';
import { backends, freshDatabase } from '../../databases';
import * as inputs from './inputs';
import { aStoredRally, claire, value } from './rallies';

describe.each(backends)('%s', (backend) => {
	let database: Database;
	let rally: StoredRally;
	let elsewhere: StoredRally;
	beforeAll(async () => {
		database = await freshDatabase(backend);
		rally = await aStoredRally(database.db);
		elsewhere = await aStoredRally(database.db, 'autre');
	});
	afterAll(() => database.close());
	const person = async (difference = {}, where = rally) =>
		value(await addParticipant(database.db, where, inputs.participant(difference), claire)).id;

	test('half-days that the rally does not have are left out', async () => {
		const { db } = database;
		const absences = ['2027-06-08:morning', '2031-01-01:morning'];
		const ids = [
			['participant', await person({ absences })],
			['vehicle', (await addVehicle(db, rally, inputs.vehicle({ absences }), claire)).id],
			['accompanist', value(await addAccompanist(db, rally, inputs.accompanist({ absences }), claire)).id]
		] as const;
		for (const [kind, id] of ids) {
			expect(await records(db, kind).find(rally.id, id)).toMatchObject({ absences: ['2027-06-08:morning'] });
		}
	});

	test.each(['together', 'apart'] as const)(
		'« %s » names other participants of this rally',
		async (field) => {
			const { db } = database;
			const [ana, bilal, far, gone] = [await person(), await person(), await person({}, elsewhere), await person()]; // prettier-ignore
			value(await archiveRecord(db, 'participant', rally, gone, claire));
			const save = (wishes: object) =>
				saveParticipant(db, rally, ana, { ...inputs.participant(wishes), version: 1 }, claire);

			for (const stranger of [far, gone, crypto.randomUUID()]) {
				expect(await save({ [field]: [stranger] })).toEqual({ ok: false, error: { code: 'unknown-person', field } }); // prettier-ignore
			}
			expect(await save({ [field]: [ana] })).toEqual({ ok: false, error: { code: 'oneself', field } });
			expect(await save({ [field]: [bilal] })).toMatchObject({ ok: true });
		}
	);

	test('nobody is both together and apart, on one record or across two', async () => {
		const { db } = database;
		const ana = await person();
		const both = await addParticipant(
			db,
			rally,
			inputs.participant({ together: [ana], apart: [ana] }),
			claire
		);
		expect(both).toMatchObject({ ok: false, error: { code: 'contradiction', elsewhere: false } });

		const bilal = await person({ firstName: 'Bilal', lastName: 'Kaya', together: [ana] });
		const input = { ...inputs.participant({ apart: [bilal] }), version: 1 };
		expect(await saveParticipant(db, rally, ana, input, claire)).toEqual({
			ok: false,
			error: { code: 'contradiction', field: 'apart', names: ['Bilal Kaya'], elsewhere: true }
		});
	});

	test('an employer is a company of this rally', async () => {
		const { db } = database;
		const here = value(await addCompany(db, rally, inputs.company(), claire)).id;
		const far = value(await addCompany(db, elsewhere, inputs.company(), claire)).id;
		const employed = (employerCompanyId: string | null) =>
			addAccompanist(db, rally, inputs.accompanist({ employerCompanyId }), claire);
		expect(await employed(here)).toMatchObject({ ok: true });
		expect(await employed(null)).toMatchObject({ ok: true });
		expect(await employed(far)).toEqual({ ok: false, error: { code: 'unknown-employer' } });
		value(await archiveRecord(db, 'company', rally, here, claire));
		expect(await employed(here)).toEqual({ ok: false, error: { code: 'unknown-employer' } });
	});

	test('a slot is on a day of the rally, and a position has both its numbers', async () => {
		const { db } = database;
		const slots = [{ date: '2027-06-08', from: 540, to: 660 }, { date: '2030-01-01', from: 540, to: 660 }]; // prettier-ignore
		const id = value(await addCompany(db, rally, inputs.company(), claire)).id;
		const save = (difference: object) =>
			saveCompany(db, rally, id, { ...inputs.company(difference), version: 1 }, claire);
		expect(await save({ slots })).toEqual({ ok: false, error: { code: 'slot-outside-rally', line: 1 } });
		expect(await save({ longitude: 6 })).toEqual({
			ok: false,
			error: { code: 'half-position', field: 'latitude' }
		});
		expect(await save({ slots: slots.slice(0, 1), longitude: 6.5, latitude: 46, precision: 'pin' })).toMatchObject({ ok: true }); // prettier-ignore
	});

	test('a company stands at its commune until a position is typed, which then holds', async () => {
		const { db } = database;
		const [privas, aubenas] = [{ commune: 'Privas', postcode: '07000' }, { commune: 'Aubenas', postcode: '07200' }]; // prettier-ignore
		const id = value(await addCompany(db, rally, inputs.company(privas), claire)).id;
		const saved = async () => (await records(db, 'company').find(rally.id, id))!;
		const save = async (difference: object) => {
			const { version, longitude, latitude, precision } = await saved();
			const kept = { longitude, latitude, precision };
			value(
				await saveCompany(db, rally, id, { ...inputs.company({ ...kept, ...difference }), version }, claire)
			);
			return saved();
		};

		const first = await saved();
		expect(first).toMatchObject({ precision: 'commune', longitude: expect.closeTo(4.6, 1) });
		const moved = await save(aubenas);
		expect(moved).toMatchObject({ precision: 'commune', longitude: expect.closeTo(4.39, 1) });
		// Without JavaScript, the list still says « centre de la commune ».
		const typed = { longitude: 4.4123, latitude: 44.6234 };
		expect(await save({ ...aubenas, ...typed })).toMatchObject({ ...typed, precision: 'pin' });
		expect(await save(privas)).toMatchObject({ ...typed, precision: 'pin' });
		expect(await save({ ...privas, precision: 'commune' })).toMatchObject({
			precision: 'commune',
			longitude: first.longitude
		});

		const input = inputs.company({ ...privas, ...typed });
		const other = value(await addCompany(db, rally, input, claire)).id;
		expect(await records(db, 'company').find(rally.id, other)).toMatchObject({ ...typed, precision: 'pin' });
	});

	test('a vehicle and a partner are saved as they were read', async () => {
		const { db } = database;
		const car = (await addVehicle(db, rally, inputs.vehicle(), claire)).id;
		value(await saveVehicle(db, rally, car, { ...inputs.vehicle({ seats: 9 }), version: 1 }, claire));
		expect(await records(db, 'vehicle').find(rally.id, car)).toMatchObject({ seats: 9, version: 2 });
		const town = (await addPartner(db, rally, inputs.partner(), claire)).id;
		value(
			await savePartner(db, rally, town, { ...inputs.partner({ roles: ['funder'] }), version: 1 }, claire)
		);
		expect(await records(db, 'partner').find(rally.id, town)).toMatchObject({ roles: ['funder'] });
	});
});
