import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, Db } from '$lib/server/db/client';
import type { StoredRally } from '$lib/server/db/repositories/rallies';
import { exportList, readList } from '$lib/server/use-cases/exports/export-list';
import { readFse } from '$lib/server/use-cases/fse/read-fse';
import { sayAsOrganizer } from '$lib/server/use-cases/day/correct-day';
import { followPerson } from '$lib/server/use-cases/measure/follow-person';
import { addParticipant } from '$lib/server/use-cases/participants/save-participant';
import { archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';

const before = new Date('2027-06-01T10:00:00Z');
const after = new Date('2027-06-20T10:00:00Z');
const whole = { gender: 'woman' as const, ageBand: '26-34' as const, diploma: 'cap' as const, statuses: ['rsa' as const], commune: 'Thyez', postcode: '74300', phone: '06 00 00 00 10' }; // prettier-ignore
const empty = { diploma: null, statuses: [], phone: '', email: '' };

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let rally: StoredRally;
	const ids: Record<string, string> = {};

	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
		rally = await aStoredRally(db);
		for (const [name, more] of [
			['Entiere', whole],
			['Vide', empty],
			['Unjour', { ...whole, phone: '06 00 00 00 11' }],
			['=Formule', { ...whole, phone: '06 00 00 00 12' }]
		] as const)
			ids[name] = value(
				await addParticipant(db, rally, inputs.participant({ firstName: name, lastName: 'Zircon', ...more }), claire) // prettier-ignore
			).id;
	});
	afterAll(() => database.close());

	test('before the rally, it stands on those enrolled, and no way out is asked', async () => {
		const { fromPresences, sheets, gauge } = await readFse(db, rally, before);
		expect(fromPresences).toBe(false);
		expect(sheets).toHaveLength(4);
		expect(sheets.every(({ gaps }) => !gaps.includes('exit'))).toBe(true);
		expect(gauge).toMatchObject({ people: 4, incomplete: 1, over: false });
	});

	test('after it, those said there more than one day count, archived or not, and their way out is asked', async () => {
		const said = (person: string, dates: string[]) =>
			dates.map((date) => ({
				team: null,
				said: { kind: 'presence', person, half: `${date}:morning`, state: 'present', from: null, reason: 'papier' } as never // prettier-ignore
			}));
		value(
			await sayAsOrganizer(
				db,
				rally,
				[
					...['Entiere', 'Vide', '=Formule'].flatMap((name) =>
						said(ids[name]!, ['2027-06-08', '2027-06-09'])
					),
					...said(ids.Unjour!, ['2027-06-08'])
				],
				claire,
				after
			)
		);
		await archiveRecord(db, 'participant', rally, ids['=Formule']!, claire);
		value(
			await followPerson(
				db,
				rally,
				{
					participant: ids.Entiere!,
					seen: '',
					on: '2027-06-15',
					said: { kind: 'news', outcome: 'training', source: 'person', from: '', means: 'phone', note: '' }
				},
				claire,
				'2027-06-20'
			)
		);
		const { fromPresences, sheets, oneDay, gauge, lacking } = await readFse(db, rally, after);
		expect(fromPresences).toBe(true);
		expect(oneDay.map(({ person }) => person.id)).toEqual([ids.Unjour]);
		expect(sheets.map(({ person }) => person.id).sort()).toEqual([ids.Entiere, ids.Vide, ids['=Formule']].sort()); // prettier-ignore
		expect(sheets.find(({ person }) => person.id === ids.Entiere)).toMatchObject({ gaps: [], from: '2027-06-08', to: '2027-06-09', short: true, exit: { outcome: 'training' } }); // prettier-ignore
		expect(gauge).toMatchObject({ people: 3, incomplete: 2, over: true, toComplete: 1 });
		expect(lacking.exit).toBe(2);
		expect(lacking.contact).toBe(1);
	});

	test('it leaves with the right to see people only, and nothing in it is calculated', async () => {
		expect(await exportList(db, rally, 'fse', 'xlsx', false)).toBeNull();
		expect(await exportList(db, rally, 'fse', 'csv', false)).toBeNull();
		const listed = (await readList(db, rally, 'fse', true, new URLSearchParams()))!;
		expect(listed.rows).toHaveLength(3);
		expect(listed.rows.every((row) => row.length === listed.headers.length)).toBe(true);
		const csv = new TextDecoder().decode((await exportList(db, rally, 'fse', 'csv', true))!);
		expect(csv).not.toMatch(/(^|;)=/m);
		expect(csv).toContain('=Formule');
		expect((await exportList(db, rally, 'fse', 'xlsx', true))!.length).toBeGreaterThan(1000);
	});
});
