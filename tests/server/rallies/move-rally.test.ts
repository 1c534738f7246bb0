import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar';
import type { Database, Db } from '$lib/server/db/client';
import { changes } from '$lib/server/db/repositories/changes';
import { itineraryLinks } from '$lib/server/db/repositories/itinerary-links';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { addAccompanist } from '$lib/server/use-cases/accompanists/save-accompanist';
import { addCompany } from '$lib/server/use-cases/companies/save-company';
import { sayAsOrganizer } from '$lib/server/use-cases/day/correct-day';
import { giveLinks } from '$lib/server/use-cases/itinerary-links/give-links';
import { addParticipant } from '$lib/server/use-cases/participants/save-participant';
import { startingOn } from '$lib/server/use-cases/rallies/move-rally';
import type { RallyInput } from '$lib/server/use-cases/rallies/rally-form';
import { saveRally } from '$lib/server/use-cases/rallies/save-rally';
import { archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { addVehicle } from '$lib/server/use-cases/vehicles/save-vehicle';
import { aPlace, aPlan, aProgramme } from '../../builders';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';

const first = '2027-06-08';
const secret = 'x'.repeat(32);

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	let ids: Record<'company' | 'archived' | 'participant' | 'vehicle' | 'accompanist', string>;
	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		rally = await aStoredRally(db);
		const slots = [{ date: first, from: 540, to: 660 }, { date: '2027-06-09', from: 540, to: 660 }]; // prettier-ignore
		const absences = ['2027-06-08:afternoon', '2027-06-09:morning'];
		const company = async () => value(await addCompany(db, rally, inputs.company({ slots }), claire)).id;
		ids = {
			company: await company(),
			archived: await company(),
			participant: value(await addParticipant(db, rally, inputs.participant({ absences }), claire)).id,
			vehicle: (await addVehicle(db, rally, inputs.vehicle({ absences }), claire)).id,
			accompanist: value(await addAccompanist(db, rally, inputs.accompanist({ absences }), claire)).id
		};
		await addVehicle(db, rally, inputs.vehicle(), claire);
		value(await archiveRecord(db, 'company', rally, ids.archived, claire));
		await giveLinks(db, rally, ['A'], secret, claire);
		const { id: _id, number: _number, teams: _teams, ...plan } = aPlan({ rallyId: rally.id });
		await plans(db).add({
			...plan,
			organizationId: rally.organizationId,
			problem: {},
			teams: [
				{
					letter: 'A',
					memberIds: [ids.participant],
					vehicleId: ids.vehicle,
					accompanistId: ids.accompanist,
					driverId: null,
					visits: [{ companyId: ids.company, date: '2027-06-09', start: 540, end: 600 }]
				}
			]
		});
	});
	afterAll(() => database.close());

	const save = async (difference: Partial<RallyInput>, version?: number) => {
		const now = (await rallies(db).find(rally.id))!;
		return saveRally(db, now, { ...now, version: version ?? now.version, ...difference }, claire);
	};
	const closing = { date: '2027-06-09', start: 960, place: aPlace() };
	const slotsOf = async (id: string) =>
		(await records(db, 'company').find(rally.id, id))!.slots.map(({ date }) => date);
	const expiry = async () =>
		(await itineraryLinks(db).open(rally.id))[0]!.expiresAt.toISOString().slice(0, 10);

	test('nothing moves with a day added, a day moved, or a save that comes too late', async () => {
		const programme = aProgramme(first, 'VV VR RC');
		expect(await save({ programme, closing })).toMatchObject({
			ok: true,
			value: { days: 0, companies: 0, absences: 0, visits: 0, closing: false }
		});
		expect(await expiry()).toBe('2027-06-13');
		value(await save({ programme: aProgramme(first, 'VV VR') }));
		expect(await save({ programme: aProgramme('2027-07-01', 'VV VR') }, 1)).toMatchObject({ ok: false });
		expect(await slotsOf(ids.company)).toEqual([first, '2027-06-09']);
		expect(await expiry()).toBe('2027-06-12');
	});

	test.each([1, -1, 14])('moved by %i days, all that was said of its days goes along', async (days) => {
		const before = (await rallies(db).find(rally.id))!;
		const begun = before.programme[0]!.date;
		const programme = startingOn(before.programme, addDays(begun, days));
		expect(value(await save({ programme }))).toEqual({
			days,
			closing: true,
			companies: 2,
			absences: 3,
			visits: 1
		});
		const [day, next] = [addDays(begun, days), addDays(begun, days + 1)];
		for (const id of [ids.company, ids.archived]) expect(await slotsOf(id)).toEqual([day, next]);
		for (const kind of ['participant', 'vehicle', 'accompanist'] as const) {
			const { absences } = (await records(db, kind).find(rally.id, ids[kind]))!;
			expect(absences).toEqual([`${day}:afternoon`, `${next}:morning`]);
		}
		expect((await rallies(db).find(rally.id))!.closing!.date).toBe(next);
		expect((await plans(db).latest(rally.id))!.teams[0]!.visits[0]!.date).toBe(next);
		expect(await expiry()).toBe(addDays(next, 3));
		// A form opened before the move still merges: the journal knows the version it showed.
		const { version } = (await records(db, 'company').find(rally.id, ids.company))!;
		expect(await changes(db).asOf(ids.company, version - 1)).toMatchObject({ slots: [{ date: begun }, {}] });
	});

	test('a closing on a date of its own stays, and so does one changed by hand', async () => {
		const { programme } = (await rallies(db).find(rally.id))!;
		const week = startingOn(programme, addDays(programme[0]!.date, 7));
		const typed = { ...closing, date: addDays(week[0]!.date, 1) };
		expect(value(await save({ programme: week, closing: typed }))).toMatchObject({ days: 7, closing: false });
		const later = { ...closing, date: addDays(week[0]!.date, 20) };
		value(await save({ closing: later }));
		const two = startingOn(week, addDays(week[0]!.date, 1));
		expect(value(await save({ programme: two }))).toMatchObject({ days: 1, closing: false });
		expect((await rallies(db).find(rally.id))!.closing!.date).toBe(later.date);
	});

	test('a day of which something was noted keeps its date, until that is taken back', async () => {
		const { programme } = (await rallies(db).find(rally.id))!;
		const [one, two] = programme.map(({ date }) => date);
		const half = `${two!}:morning` as const;
		const said = { kind: 'presence', person: ids.participant, half, state: 'present', from: null, reason: '' } as const; // prettier-ignore
		const [line] = value(await sayAsOrganizer(db, rally, [{ team: 'A', said }], claire, new Date(`${two!}T09:00:00Z`))); // prettier-ignore
		const later = startingOn(programme, addDays(one!, 1));
		const refused = { ok: false, error: { code: 'days-noted', dates: [two] } };
		expect(await save({ programme: later })).toEqual(refused);
		expect(await save({ programme: programme.slice(0, 1) })).toEqual(refused);
		expect((await rallies(db).find(rally.id))!.programme).toEqual(programme);
		// The rest of the settings is saved as ever, and a day of which nothing was noted may go.
		value(await save({ title: 'Rallye du bassin' }));
		value(await save({ programme: programme.slice(1) }));
		value(await save({ programme }));
		value(await sayAsOrganizer(db, rally, [{ team: 'A', said: { kind: 'undo', of: line!.id } }], claire, new Date(`${two!}T09:05:00Z`))); // prettier-ignore
		expect(value(await save({ programme: later })).days).toBe(1);
	});
});
