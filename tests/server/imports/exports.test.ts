import '../auth/people';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { companyKinds, companySizes, companyStates } from '$lib/domain/company';
import { ageBands, diplomas, genders, needs, participantStates, statuses } from '$lib/domain/participant';
import { sectors } from '$lib/domain/sector';
import { vehicleKinds, vehicleOwners } from '$lib/domain/vehicle';
import type { Database } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { entriesOf, inflate } from '$lib/server/spreadsheets/zip';
import { readFile } from '$lib/server/spreadsheets/read-file';
import type { CompanyInput } from '$lib/server/use-cases/companies/company-form';
import { addCompany } from '$lib/server/use-cases/companies/save-company';
import { exportList, readList } from '$lib/server/use-cases/exports/export-list';
import { peopleLists } from '$lib/server/use-cases/exports/people-lists';
import { sessionLists } from '$lib/server/use-cases/exports/session-lists';
import { addAccompanist } from '$lib/server/use-cases/accompanists/save-accompanist';
import { applyImport } from '$lib/server/use-cases/imports/apply-import';
import { decideDuplicates } from '$lib/server/use-cases/imports/correct-rows';
import { undoImport } from '$lib/server/use-cases/imports/undo-import';
import { addParticipant } from '$lib/server/use-cases/participants/save-participant';
import { addPartner } from '$lib/server/use-cases/partners/save-partner';
import { addRecord } from '$lib/server/use-cases/records/edit-record';
import { addVehicle } from '$lib/server/use-cases/vehicles/save-vehicle';
import { backends, freshDatabase } from '../../databases';
import * as inputs from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';
import { shown, toRows } from './files';

const keys = <K extends string>(labels: Record<K, unknown>) =>
	fc.constantFrom(...(Object.keys(labels) as K[]));
const orNull = <T>(one: fc.Arbitrary<T>) => fc.option(one);
/** What people type, with what separates, quotes and calculates. */
const text = fc
	.string({ unit: fc.constantFrom(...'aé zB1;,"\'=+-@|·’\n/'.split('')), minLength: 1, maxLength: 14 })
	.map((typed) => typed.replace(/\n/g, ' ').trim())
	.filter((typed) => /\p{L}/u.test(typed));
const date = fc.constantFrom('2027-06-08', '2027-06-09');
const slot = fc
	.record({ date, from: fc.integer({ min: 480, max: 700 }), length: fc.integer({ min: 30, max: 300 }) })
	.map(({ date, from, length }) => ({ date, from, to: from + length }));
const half = fc.tuple(date, fc.constantFrom('morning', 'afternoon')).map((both) => both.join(':'));

const company = fc.record({
	name: text,
	siret: fc.constantFrom(null, null, '73282932000074'),
	naf: fc.constantFrom(null, '10.71C', '01.13Z'),
	sector: keys(sectors),
	customSector: orNull(text),
	size: orNull(keys(companySizes)),
	kind: keys(companyKinds),
	state: keys(companyStates),
	address: fc.constantFrom('', '12 rue des Forges ; bât. "A"', '=1+1'),
	postcode: fc.constantFrom('', '07200', '74300'),
	commune: fc.constantFrom('', 'Aubenas', 'Thyez', 'Nulle-Part'),
	place: orNull(fc.tuple(fc.constantFrom(4.390_12, -1.5), fc.constantFrom(44.62, 46.000_01), fc.constantFrom('address' as const, 'pin' as const))), // prettier-ignore
	contactPhone: fc.constantFrom('', '04 75 12 34 56', '+41221234567'),
	contactEmail: fc.constantFrom('', 'claire@exemple.fr'),
	slots: fc.uniqueArray(slot, { maxLength: 3, selector: ({ date, from }) => `${date}${from}` }).map((all) => all.sort((a, b) => a.date.localeCompare(b.date) || a.from - b.from)), // prettier-ignore
	visitMinutes: orNull(fc.integer({ min: 15, max: 240 })),
	minAge: orNull(fc.integer({ min: 0, max: 99 })),
	stepFree: fc.boolean(),
	hiring: fc.boolean(),
	hiringNote: fc.oneof(fc.constant(''), text),
	introducedBy: fc.oneof(fc.constant(''), text),
	romeCodes: fc.uniqueArray(fc.constantFrom('D1102', 'G1805', 'N9999'), { maxLength: 3 }),
	openingHours: fc.constantFrom(
		'',
		'Mo-Fr 08:00-12:00,13:30-17:00; PH off',
		'24/7',
		'"sur rendez-vous"',
		'Apr-Oct Mo-Sa 09:00-19:00'
	),
	acceslibre: fc.constantFrom('', 'https://acceslibre.beta.gouv.fr/app/07-aubenas/a/boulangerie/erp/le-four/')
});
const participant = fc.record({
	firstName: text,
	lastName: text,
	state: keys(participantStates),
	gender: orNull(keys(genders)),
	ageBand: orNull(keys(ageBands)),
	diploma: orNull(keys(diplomas)),
	statuses: fc.subarray(Object.keys(statuses) as (keyof typeof statuses)[]),
	formerSector: orNull(keys(sectors)),
	prescriber: fc.oneof(fc.constant(''), text),
	phone: fc.constantFrom('', '06 01 02 03 04', '06 01 02 03 05'),
	needs: fc.subarray(Object.keys(needs) as (keyof typeof needs)[]),
	hasIdPaper: fc.boolean(),
	absences: fc.uniqueArray(half, { maxLength: 3 }).map((all) => all.sort()),
	backBy: orNull(fc.integer({ min: 0, max: 1439 }))
});

const paper = orNull(
	fc.record({ until: orNull(fc.constantFrom('2027-12-31', '2028-02-29')), by: text, on: fc.constantFrom('2027-05-03') }, { noNullPrototype: true }) // prettier-ignore
);
const vehicle = fc
	.record({
		name: text,
		kind: keys(vehicleKinds),
		seats: fc.integer({ min: 2, max: 9 }),
		wheelchairPlaces: fc.integer({ min: 0, max: 4 }),
		owner: keys(vehicleOwners),
		ownerName: fc.oneof(fc.constant(''), text),
		plate: fc.constantFrom('', 'AA-123-BB', '=1+1'),
		insurance: paper,
		inspection: paper,
		absences: fc.uniqueArray(half, { maxLength: 3 }).map((all) => all.sort())
	})
	.filter(({ seats, wheelchairPlaces }) => wheelchairPlaces < seats);
/** `employed` is the rank of one of the hosts of the rally: two of them bear one name. */
const hosts = [['Verts', 'Privas'], ['Verts', 'Aubenas'], ['=Bleus ; (SA)', '']] as const; // prettier-ignore
const accompanist = fc.record({
	firstName: text,
	lastName: text,
	phone: fc.constantFrom('', '06 01 02 03 04', '+41221234567'),
	email: fc.constantFrom('', 'claire@exemple.fr'),
	drives: fc.boolean(),
	licence: paper,
	employer: fc.oneof(fc.constant(''), text),
	employed: orNull(fc.nat(2)),
	absences: fc.uniqueArray(half, { maxLength: 3 }).map((all) => all.sort())
});

const content = (record: Record<string, unknown>) => {
	const { id, organizationId, rallyId, version, createdAt, updatedAt, updatedBy, archivedAt, ...rest } =
		record;
	void [id, organizationId, rallyId, version, createdAt, updatedAt, updatedBy, archivedAt];
	// Keys in one order, within values too: a slot and a paper are compared whole.
	return JSON.stringify(rest, (_, held: unknown) =>
		held && typeof held === 'object' && !Array.isArray(held)
			? Object.fromEntries(Object.entries(held).sort(([a], [b]) => a.localeCompare(b)))
			: held
	);
};

describe.each(backends)('%s', (backend) => {
	let database: Database;
	beforeAll(async () => {
		database = await freshDatabase(backend);
	});
	afterAll(() => database.close());
	const aRally = () => aStoredRally(database.db, crypto.randomUUID());

	test.each(['csv', 'xlsx'] as const)(
		'%s: imported back, an export says what it said',
		async (format) => {
			const { db } = database;
			await fc.assert(
				fc.asyncProperty(
					fc.uniqueArray(company, { maxLength: 6, selector: ({ name }) => name.toLowerCase() }),
					fc.uniqueArray(participant, { maxLength: 6, selector: ({ firstName, lastName }) => `${firstName} ${lastName}`.toLowerCase() }), // prettier-ignore
					async (companies, participants) => {
						const [from, to] = [await aRally(), await aRally()];
						for (const { place, ...one } of companies) {
							const [longitude, latitude, precision] = place ?? [null, null, null];
							const typed: CompanyInput = { ...one, ...inputs.company({ ...one, longitude, latitude, precision }) }; // prettier-ignore
							value(await addCompany(db, from, typed, claire));
						}
						for (const one of participants)
							value(await addParticipant(db, from, inputs.participant(one), claire));
						for (const [list, kind] of [
							['entreprises', 'company'],
							['participants', 'participant']
						] as const) {
							const file = (await exportList(db, from, list, format, true))!;
							const here = records(db, kind);
							const before = (await here.list(from.id)).map((record) => content(record)).sort();
							if (before.length === 0) continue;
							// Into the rally it comes from: nothing to do; two that look alike may be asked about.
							const again = await toRows(db, from, kind, file);
							const statuses = (await shown(db, again)).map((row) => row.split(' ')[1]);
							expect(statuses.filter((status) => status !== 'same' && status !== 'duplicate')).toEqual([]);
							// Into an empty one: the same records.
							const id = await toRows(db, to, kind, file);
							value(await decideDuplicates(db, to, id, 'create'));
							value(await applyImport(db, to, id, claire));
							expect((await here.list(to.id)).map((record) => content(record)).sort()).toEqual(before);
						}
					}
				),
				{ numRuns: backend === 'pglite' ? 6 : 4 }
			);
		},
		90_000
	);

	test.each(['csv', 'xlsx'] as const)(
		'%s: so does one of vehicles and of accompanists, papers and employers included',
		async (format) => {
			const { db } = database;
			await fc.assert(
				fc.asyncProperty(
					fc.uniqueArray(vehicle, { maxLength: 5, selector: ({ name }) => name.toLowerCase() }),
					fc.uniqueArray(accompanist, { maxLength: 5, selector: ({ firstName, lastName }) => `${firstName} ${lastName}`.toLowerCase() }), // prettier-ignore
					async (vehicles, people) => {
						const [from, to] = [await aRally(), await aRally()];
						const ids: string[] = [];
						for (const rally of [from, to])
							for (const [name, commune] of hosts)
								ids.push(value(await addCompany(db, rally, inputs.company({ name, commune }), claire)).id);
						for (const one of vehicles) await addVehicle(db, from, inputs.vehicle(one), claire);
						for (const { employed, ...one } of people) {
							const employerCompanyId = employed === null ? null : ids[employed]!;
							value(await addAccompanist(db, from, inputs.accompanist({ ...one, employerCompanyId }), claire)); // prettier-ignore
						}
						/** Another rally has other hosts, of the same names. */
						const there = (text: string) =>
							hosts.reduce((all, _, i) => all.replace(ids[i]!, ids[i + 3]!), text);
						for (const [list, kind] of [
							['vehicules', 'vehicle'],
							['accompagnateurs', 'accompanist']
						] as const) {
							const here = records(db, kind);
							const before = (await here.list(from.id)).map((record) => there(content(record))).sort();
							if (before.length === 0) continue;
							const file = (await exportList(db, from, list, format, true))!;
							const again = await toRows(db, from, kind, file);
							const statuses = (await shown(db, again)).map((row) => row.split(' ')[1]);
							expect(statuses.filter((status) => status !== 'same' && status !== 'duplicate')).toEqual([]);
							const id = await toRows(db, to, kind, file);
							value(await decideDuplicates(db, to, id, 'create'));
							value(await applyImport(db, to, id, claire));
							expect((await here.list(to.id)).map((record) => content(record)).sort()).toEqual(before);
							value(await undoImport(db, to, id, claire));
							expect(await here.list(to.id)).toEqual([]);
						}
					}
				),
				{ numRuns: backend === 'pglite' ? 6 : 4 }
			);
		},
		90_000
	);

	test('a list has one address', () => {
		expect(Object.keys(peopleLists).filter((list) => list in sessionLists)).toEqual([]);
	});

	test('every list leaves as a file, without its archived records; nothing in it can be a formula', async () => {
		const { db } = database;
		const rally = await aRally();
		const evil = '=HYPERLINK("http://exemple.fr";"ici")';
		value(await addCompany(db, rally, inputs.company({ name: evil, contactPhone: '+41221234567' }), claire));
		value(
			await addParticipant(db, rally, inputs.participant({ lastName: '@SUM(1)', firstName: '-2+3' }), claire)
		);
		await addVehicle(
			db,
			rally,
			inputs.vehicle({ name: '+Kangoo', absences: ['2027-06-08:morning'] }),
			claire
		);
		await addPartner(db, rally, inputs.partner({ name: '＝Ville', roles: ['funder', 'partner'] }), claire);
		for (const list of [
			'entreprises',
			'participants',
			'vehicules',
			'accompagnateurs',
			'partenaires',
			'informations',
			'presences',
			'venues'
		]) {
			const csv = (await exportList(db, rally, list, 'csv', true))!;
			expect([...csv.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
			const cells = new TextDecoder().decode(csv).split('\r\n').slice(1).join(';').split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/); // prettier-ignore
			for (const cell of cells) expect(cell.replace(/^"/, '')).not.toMatch(/^[=+\-@＝＋－＠\t\r]/u);
			const xlsx = (await exportList(db, rally, list, 'xlsx', true))!;
			const sheet = entriesOf(xlsx)!.find(({ name }) => name.endsWith('sheet1.xml'))!;
			const xml = new TextDecoder().decode(inflate(xlsx, sheet, 1e7) as Uint8Array);
			expect(xml).not.toMatch(/<f[ >]/);
			expect((await readFile(xlsx, list)).ok).toBe(true);
			// The same cells for a program, under names that do not hide each other.
			const json = JSON.parse(new TextDecoder().decode((await exportList(db, rally, list, 'json', true))!)) as Record<string, string>[]; // prettier-ignore
			const { headers, rows } = (await readList(db, rally, list, true, new URLSearchParams()))!;
			expect(new Set(headers).size).toBe(headers.length);
			expect(json.map((row) => headers.map((header) => row[header]))).toEqual(rows);
		}
		const ana = (await records(db, 'participant').list(rally.id))[0]!;
		const session = { ...inputs.session(), place: '=Salle', note: '' };
		const { id } = await addRecord(db, 'session', rally, { ...session, attendance: { [ana.id]: 'attended' } }, claire); // prettier-ignore
		await addRecord(db, 'session', rally, { ...session, date: '2027-05-09', attendance: {} }, claire);
		const lines = async (list: string, asked = '') =>
			new TextDecoder().decode((await exportList(db, rally, list, 'csv', false, new URLSearchParams(asked)))!).split('\r\n').slice(1); // prettier-ignore
		expect(await lines('informations')).toEqual([
			"2027-05-09;18:00;90;'=Salle;;30;;0;0;0;0",
			"2027-05-10;18:00;90;'=Salle;;30;;1;1;0;0",
			''
		]);
		expect(await lines('venues', `reunion=${id}`)).toEqual(["2027-05-10;18:00;'=Salle;'@SUM(1);'-2+3;Présent·e;Inscrit·e", '']); // prettier-ignore
		const vehicles = new TextDecoder().decode((await exportList(db, rally, 'vehicules', 'csv', true))!);
		expect(vehicles).toContain("'+Kangoo;Voiture;5;0;Structure organisatrice;;;2027-06-08 matin;;;;;;");
		expect(await exportList(db, rally, 'constructor', 'csv', true)).toBeNull();
	});
});
