import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { precisionOf } from '$lib/domain/address';
import type { Database, Db } from '$lib/server/db/client';
import { errands } from '$lib/server/db/repositories/errands';
import { records } from '$lib/server/db/repositories/records';
import { addressService } from '$lib/server/geocoding/address-service';
import { readCsv, writeCsv } from '$lib/server/geocoding/csv-answer';
import { addCompany, saveCompany } from '$lib/server/use-cases/companies/save-company';
import { CompanyForm } from '$lib/server/use-cases/companies/company-form';
import { LocateForm, locateCompany } from '$lib/server/use-cases/companies/locate-company';
import { runErrand } from '$lib/server/use-cases/errands/run-errand';
import { sendErrand } from '$lib/server/use-cases/errands/send-errand';
import { undoChange } from '$lib/server/use-cases/records/edit-record';
import { backends, freshDatabase } from '../../databases';
import { simulatedServer, type Asked, type SimulatedServer } from '../../simulated-server';
import { company } from '../records/inputs';
import { aStoredRally, claire, driss, value } from '../records/rallies';

const wait = { seconds: 20, tries: 2, backoff: 5 };
const hurried = { ...wait, seconds: 0.3 };
let server: SimulatedServer | undefined;
afterEach(async () => {
	await server?.close();
	server = undefined;
});
const service = async (patience: typeof wait, ...told: Parameters<typeof simulatedServer>) => {
	server = await simulatedServer(...told);
	return addressService(`${server.url}/geocodage/`, { one: patience, many: patience });
};

const forges = { address: '12 rue des Forges', postcode: '07200', commune: 'Aubenas' };
/** One answer as the Géoplateforme documents it. */
const feature = (properties: object, coordinates = [4.39, 44.62]) => ({
	body: {
		type: 'FeatureCollection',
		features: [
			{
				type: 'Feature',
				geometry: { type: 'Point', coordinates },
				properties: {
					label: '12 Rue des Forges 07200 Aubenas',
					score: 0.9663,
					type: 'housenumber',
					id: '07019_0340_00012',
					citycode: '07019',
					context: '07, Ardèche, Auvergne-Rhône-Alpes',
					...properties
				}
			}
		],
		query: '12 rue des Forges Aubenas'
	}
});
const queryOf = ({ path }: Asked) => Object.fromEntries(new URL(path, 'http://x').searchParams);

describe('one address', () => {
	test('is asked within its commune, and nothing but the address is sent', async () => {
		const asked = await service(wait, () => feature({}));
		expect(await asked.find(forges)).toEqual({
			ok: true,
			value: {
				position: { lon: 4.39, lat: 44.62 },
				located: {
					asked: '12 rue des Forges, 07200 Aubenas',
					found: '12 Rue des Forges 07200 Aubenas',
					kind: 'housenumber',
					score: 0.9663,
					lon: 4.39,
					lat: 44.62,
					ban: '07019_0340_00012'
				}
			}
		});
		expect(server!.asked[0]!.path).toMatch(/^\/geocodage\/search\?/);
		expect(queryOf(server!.asked[0]!)).toEqual({
			q: '12 rue des Forges Aubenas',
			index: 'address',
			limit: '1',
			autocomplete: '0',
			citycode: '07019'
		});
	});

	test.each([
		['a CEDEX postcode', { ...forges, postcode: '07205', commune: 'AUBENAS CEDEX' }, { citycode: '07019' }],
		[
			'lines that are of no street',
			{ ...forges, address: 'Bâtiment B, 12 rue des Forges, BP 40' },
			{ q: '12 rue des Forges Aubenas' }
		],
		[
			'a town with arrondissements',
			{ address: '3 rue X', postcode: '69003', commune: 'Lyon' },
			{ postcode: '69003', q: '3 rue X Lyon' }
		],
		[
			'a commune nobody knows',
			{ address: '3 rue X', postcode: '99999', commune: 'Nulle-Part' },
			{ q: '3 rue X Nulle-Part 99999' }
		]
	])('%s', async (_, address, expected) => {
		const asked = await service(wait, () => feature({}));
		await asked.find(address);
		expect(queryOf(server!.asked[0]!)).toMatchObject(expected);
	});

	test.each([
		['nothing found', { body: { features: [] } }],
		['a place outside France', feature({}, [-0.12, 51.5])],
		['swapped axes', feature({}, [44.62, 4.39])]
	])('%s: nothing is known of it', async (_, told) => {
		expect(await (await service(wait, () => told)).find(forges)).toEqual({ ok: true, value: null });
	});

	test.each([
		['broken', { status: 503 }, wait, { code: 'broken', status: 503 }],
		['busy', { status: 429 }, wait, { code: 'too-many-requests' }],
		['silent', 'hang' as const, hurried, { code: 'timeout', seconds: 0.3 }],
		['another format', { body: [] }, wait, { code: 'unreadable' }]
	])('%s', async (_, told, patience, error) => {
		expect(await (await service(patience, () => told)).find(forges)).toEqual({ ok: false, error });
	});

	test.each([
		['housenumber', 0.97, 'address'],
		['street', 0.8, 'address'],
		['street', 0.79, 'doubtful'],
		['locality', 0.6, 'doubtful'],
		['municipality', 0.95, 'commune']
	] as const)('%s at %d is « %s »', (kind, score, precision) => {
		expect(precisionOf({ kind, score })).toBe(precision);
	});

	test('a form without address asks nobody', async () => {
		const asked = await service(wait, () => feature({}));
		expect(await locateCompany(asked, LocateForm.parse({ postcode: '07200' }))).toMatchObject({
			error: { code: 'no-address' }
		});
		expect(server!.asked).toEqual([]);
	});
});

/** The lines sent, and an answer to each from `told`, as the service adds its columns. */
const bulk =
	(
		told: (
			line: Record<string, string>,
			i: number
		) => [lon: string, lat: string, label: string, score: string, type: string, ...id: string[]]
	) =>
	({ body, path, method }: Asked) => {
		if (method !== 'POST' || path !== '/geocodage/search/csv') return { status: 404 };
		const sent = /filename="adresses\.csv"[\s\S]*?\r\n\r\n([\s\S]*?)\r\n--/.exec(body)![1]!;
		const [head, ...lines] = readCsv(sent);
		const answered = lines.map((line, i) => {
			const cells = told(Object.fromEntries(head!.map((name, k) => [name, line[k]!])), i);
			return [...line, ...cells, ...(cells.length < 6 ? [''] : []), 'ok'];
		});
		const columns = [
			...head!,
			'longitude',
			'latitude',
			'result_label',
			'result_score',
			'result_type',
			'result_id',
			'result_status'
		];
		return { headers: { 'content-type': 'text/csv; charset=utf-8' }, body: writeCsv([columns, ...answered]) };
	};

test('many addresses are asked in one question, and answered in order', async () => {
	const asked = await service(
		wait,
		bulk((_, i) =>
			i === 1
				? ['', '', '', '', '', '']
				: ['4.39', '44.62', `Rue « ${i} », Aubenas`, '0.9', 'street', i === 0 ? '07019_0340' : '']
		)
	);
	const answered = value(
		await asked.findAll([
			forges,
			{ ...forges, address: 'Nulle part' },
			{ ...forges, address: '9 rue "du" Four' }
		])
	);
	expect(answered.map((one) => one?.located.found)).toEqual([
		'Rue « 0 », Aubenas',
		undefined,
		'Rue « 2 », Aubenas'
	]);
	expect(answered.map((one) => one?.located.ban)).toEqual(['07019_0340', undefined, undefined]);
	expect(server!.asked).toHaveLength(1);
	expect(value(await asked.findAll([]))).toEqual([]);
});

test('an answer without the columns awaited is not taken', async () => {
	const asked = await service(wait, () => ({ body: 'id,x\n"0","1"\n' }));
	expect(await asked.findAll([forges])).toEqual({ ok: false, error: { code: 'unreadable' } });
});

test.each([
	[
		[
			['a', 'b,"c"', ''],
			['é', 'x\ny', 'z']
		]
	],
	[[['']]],
	[[['', '']]]
])('CSV comes back as it went: %j', (rows) => {
	expect(readCsv(writeCsv(rows))).toEqual(rows);
	expect(readCsv('\ufeff' + writeCsv(rows).replaceAll('"\n', '"\r\n'))).toEqual(rows);
});
test('CSV without quotes, with empty last cells', () => {
	expect(readCsv('a,b,c\r\n1,,\r\n2,"x",y')).toEqual([
		['a', 'b', 'c'],
		['1', '', ''],
		['2', 'x', 'y']
	]);
});

describe.each(backends)('on %s', (kind) => {
	let database: Database;
	let db: Db;
	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
	});
	afterAll(() => database.close());
	const never = new AbortController().signal;
	const queue = { sendErrand: async () => {} };

	test('the companies of a rally are situated in bulk; pins and edits made meanwhile are left alone', async () => {
		const rally = await aStoredRally(db);
		const add = async (difference: Parameters<typeof company>[0]) =>
			value(await addCompany(db, rally, company({ ...forges, ...difference }), claire)).id;
		const [sure, vague, town, unknown, pinned, bare, edited] = [
			await add({ name: 'Sûre' }),
			await add({ name: 'Vague', address: 'ZA des Champs' }),
			await add({ name: 'Bourg', address: 'Le bourg' }),
			await add({ name: 'Inconnue', address: 'Nulle part' }),
			await add({ name: 'Repère', longitude: 4.4, latitude: 44.6, precision: 'pin' }),
			await add({ name: 'Sans rue', address: '' }),
			await add({ name: 'Modifiée' })
		];
		const asked = await service(wait, async (request) => {
			const row = (await records(db, 'company').find(rally.id, edited))!;
			if (row.version === 1)
				await records(db, 'company').save(rally.id, edited, 1, { name: 'Autre', updatedBy: 'Driss' });
			return bulk(({ q }) =>
				/Champs/.test(q!)
					? ['4.36', '44.56', 'ZA les Champs', '0.62', 'locality']
					: /bourg/.test(q!)
						? ['4.38', '44.61', 'Aubenas', '0.93', 'municipality']
						: /Nulle/.test(q!)
							? ['', '', '', '', '']
							: ['4.39', '44.62', '12 Rue des Forges', '0.97', 'housenumber']
			)(request);
		});
		const go = async (afresh: boolean) => {
			const id = value(await sendErrand(db, queue, rally, { kind: 'addresses', afresh }, driss));
			await runErrand(db, id, { roads: null, addresses: asked }, never);
			return (await errands(db).find(id))!;
		};
		expect(await go(false)).toMatchObject({
			state: 'done',
			outcome: { answered: 3, missed: 2, fault: null }
		});
		const read = async (id: string) => (await records(db, 'company').find(rally.id, id))!;
		expect(await read(sure)).toMatchObject({
			precision: 'address',
			longitude: 4.39,
			located: { kind: 'housenumber', score: 0.97, found: '12 Rue des Forges' },
			updatedBy: 'Driss',
			version: 2
		});
		expect(await read(vague)).toMatchObject({
			precision: 'doubtful',
			located: { score: 0.62, kind: 'locality' }
		});
		expect(await read(town)).toMatchObject({ precision: 'commune', located: { kind: 'municipality' } });
		expect(await read(unknown)).toMatchObject({ precision: 'commune', located: null });
		expect(await read(pinned)).toMatchObject({ precision: 'pin', longitude: 4.4, version: 1 });
		expect(await read(bare)).toMatchObject({ precision: 'commune', version: 1 });
		expect(await read(edited)).toMatchObject({ name: 'Autre', precision: 'commune' });

		// Asked again, only what is not known is.
		expect((await go(false)).outcome).toEqual({ answered: 1, missed: 1, fault: null });
		expect((await go(true)).outcome!.answered).toBe(4);
	});

	test('a service that fails leaves the communes’ centres, and says so', async () => {
		const rally = await aStoredRally(db);
		const { id } = value(await addCompany(db, rally, company(forges), claire));
		const asked = await service(hurried, () => 'hang');
		const errand = value(await sendErrand(db, queue, rally, { kind: 'addresses', afresh: false }, claire));
		await runErrand(db, errand, { roads: null, addresses: asked }, never);
		expect(await errands(db).find(errand)).toMatchObject({
			state: 'done',
			outcome: { answered: 0, missed: 1, fault: { code: 'timeout' } }
		});
		expect(await records(db, 'company').find(rally.id, id)).toMatchObject({
			precision: 'commune',
			version: 1
		});
	});

	test('an answer is of its address: changed, the commune’s centre comes back; moved, it is a pin', async () => {
		const rally = await aStoredRally(db);
		const located = {
			ban: '07019_0340_00012',
			asked: '12 rue des Forges, 07200 Aubenas',
			found: '12 Rue des Forges',
			kind: 'housenumber' as const,
			score: 0.97,
			lon: 4.39,
			lat: 44.62
		};
		const input = company({ ...forges, longitude: 4.39, latitude: 44.62, precision: 'address', located });
		const { id } = value(await addCompany(db, rally, input, claire));
		const save = async (difference: Parameters<typeof company>[0]) => {
			const { version } = (await records(db, 'company').find(rally.id, id))!;
			const saved = value(await saveCompany(db, rally, id, { ...input, ...difference, version }, claire));
			return { saved, row: (await records(db, 'company').find(rally.id, id))! };
		};
		expect((await save({ name: 'Autre nom' })).row).toMatchObject({ precision: 'address', located });
		expect((await save({ longitude: 4.391 })).row).toMatchObject({
			precision: 'pin',
			longitude: 4.391,
			located
		});
		const moved = await save({ address: '3 place du Four' });
		expect(moved.row).toMatchObject({ precision: 'commune', located: null });
		expect(moved.row.longitude).not.toBe(4.39);
		value(await undoChange(db, rally, moved.saved.change, claire));
		expect(await records(db, 'company').find(rally.id, id)).toMatchObject({ precision: 'pin', located });
	});

	test('coordinates that cannot be are refused with the reason', async () => {
		const rally = await aStoredRally(db);
		const add = (longitude: number, latitude: number) =>
			addCompany(db, rally, company({ longitude, latitude, precision: 'pin' }), claire);
		expect(await add(44.62, 4.39)).toMatchObject({
			error: { code: 'bad-position', reason: { code: 'swapped', corrected: { lon: 4.39, lat: 44.62 } } }
		});
		expect(await add(-0.12, 51.5)).toMatchObject({ error: { reason: { code: 'outside-france' } } });
		expect(await add(-22.27, 166.45)).toMatchObject({ error: { reason: { code: 'swapped' } } });
		expect(await add(55.45, -20.88)).toMatchObject({ ok: true });
		expect(CompanyForm.shape.latitude.safeParse('166,45').success).toBe(true);
	});
});
