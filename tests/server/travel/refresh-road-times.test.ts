import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { MEETING } from '$lib/domain/plan';
import type { Database, Db } from '$lib/server/db/client';
import { readDossier } from '$lib/server/db/repositories/dossiers';
import { errands } from '$lib/server/db/repositories/errands';
import { rallies, type StoredRally } from '$lib/server/db/repositories/rallies';
import { records } from '$lib/server/db/repositories/records';
import { roadTimes } from '$lib/server/db/repositories/road-times';
import { takeUpErrands } from '$lib/server/jobs/orphan-errands';
import { osrm } from '$lib/server/travel/osrm';
import { runErrand } from '$lib/server/use-cases/errands/run-errand';
import { sendErrand } from '$lib/server/use-cases/errands/send-errand';
import { addCompany } from '$lib/server/use-cases/companies/save-company';
import { readLegs } from '$lib/server/use-cases/travel/read-legs';
import { readTravel } from '$lib/server/use-cases/travel/read-travel';
import { typeTravelTime } from '$lib/server/use-cases/travel/type-travel-time';
import { backends, freshDatabase } from '../../databases';
import { simulatedServer, type SimulatedServer } from '../../simulated-server';
import { company } from '../records/inputs';
import { aStoredRally, claire, value } from '../records/rallies';

/** Real places of Andorra, and the real directed times between them: up to 19 minutes apart from one way to the other. */
const andorra = JSON.parse(readFileSync('tests/instances/osrm/matrice_lieux_reels_andorra.json', 'utf8')) as {
	lieux: { lon: number; lat: number }[];
	durations_s: number[][];
	distances_m: number[][];
	snap_m: number[];
};

/** An OSRM server that knows these places and no others, as the recorded one. */
const answerTable = (path: string) => {
	const [, list, query] = /^\/table\/v1\/driving\/([^?]+)\?(.*)$/.exec(path)!;
	const points = list!.split(';').map((pair) => {
		const [lon, lat] = pair.split(',').map(Number);
		return andorra.lieux.findIndex(
			(place) => Math.abs(place.lon - lon!) < 1e-4 && Math.abs(place.lat - lat!) < 1e-4
		);
	});
	const ends = (name: string) =>
		new URLSearchParams(query)
			.get(name)
			?.split(';')
			.map((i) => points[Number(i)]!) ?? points;
	const [from, to] = [ends('sources'), ends('destinations')];
	const end = (place: number) => ({ distance: place < 0 ? 265_671.8 : andorra.snap_m[place] });
	const cells = (table: number[][]) =>
		from.map((i) => to.map((j) => table[Math.max(0, i)]![Math.max(0, j)]!));
	return {
		body: {
			code: 'Ok',
			durations: cells(andorra.durations_s),
			distances: cells(andorra.distances_m),
			sources: from.map(end),
			destinations: to.map(end)
		}
	};
};

/** Enough for a busy machine; only a server that never answers makes one wait, and less. */
const patience = { seconds: 20, tries: 2, backoff: 5 };
const hurried = { ...patience, seconds: 0.4 };
const never = new AbortController().signal;
const COMPANIES = 6;

describe.each(backends)('%s', (kind) => {
	let database: Database;
	let db: Db;
	let server: SimulatedServer | undefined;
	beforeAll(async () => {
		database = await freshDatabase(kind);
		db = database.db;
	});
	afterAll(() => database.close());
	afterEach(async () => {
		await server?.close();
		server = undefined;
	});

	/** A rally that starts at the first place and has companies at the next ones. */
	async function inAndorra(): Promise<{ rally: StoredRally; ids: string[] }> {
		const opened = await aStoredRally(db);
		const position = (i: number) => ({ lon: andorra.lieux[i]!.lon, lat: andorra.lieux[i]!.lat });
		const place = { label: 'Départ', address: '', postcode: '', commune: '', precision: 'pin' as const };
		const rally = (await rallies(db).save(opened.id, opened.version, {
			meetingPoint: { ...place, position: position(0) },
			updatedBy: 'Claire'
		}))!;
		const ids = [MEETING];
		for (let i = 1; i <= COMPANIES; i++) {
			const row = await records(db, 'company').add({
				...company({ name: `Entreprise ${i}` }),
				longitude: position(i).lon,
				latitude: position(i).lat,
				precision: 'pin',
				rallyId: rally.id,
				organizationId: rally.organizationId,
				updatedBy: 'Claire'
			});
			ids.push(row.id);
		}
		return { rally, ids };
	}

	const queue = { sendErrand: async () => {} };
	async function refresh(rally: StoredRally, url: string, { afresh = false, wait = patience } = {}) {
		const id = value(await sendErrand(db, queue, rally, { kind: 'road-times', afresh }, claire));
		await runErrand(db, id, { roads: osrm(url, wait), addresses: null }, never);
		return (await errands(db).find(id))!;
	}
	const table = async (rally: StoredRally) => readTravel(db, await readDossier(db, rally, null));
	const serve = async (...told: Parameters<typeof simulatedServer>) =>
		(server = await simulatedServer(...told)).url;
	const PAIRS = COMPANIES * (COMPANIES + 1);

	test('each way is asked once, kept with its source and date, and read with margin and asymmetry', async () => {
		const { rally, ids } = await inAndorra();
		const url = await serve(({ path }) => answerTable(path));
		const before = await table(rally);
		expect(new Set(before.sources.flat())).toEqual(new Set(['estimated']));

		const errand = await refresh(rally, url);
		expect(errand).toMatchObject({
			state: 'done',
			outcome: { answered: PAIRS, missed: 0, fault: null },
			createdBy: 'Claire'
		});
		const after = await table(rally);
		for (const [i, from] of ids.entries())
			for (const [j, to] of ids.entries()) {
				if (i === j) continue;
				const [a, b] = [after.ids.indexOf(from), after.ids.indexOf(to)];
				expect(after.sources[a]![b]).toBe('routed');
				const free = (andorra.durations_s[i]![j]! * 1.3) / 60;
				expect(after.minutes[a]![b]).toBe(Math.max(5, Math.ceil(Math.round(free * 600) / 600)));
			}
		const rows = await roadTimes(db).list(rally.id);
		expect(rows).toHaveLength(PAIRS);
		expect(rows.every((row) => row.server === 'osrm' && row.answeredAt instanceof Date && !row.fault)).toBe(
			true
		);

		await refresh(rally, url);
		expect(server!.asked).toHaveLength(1);
		await refresh(rally, url, { afresh: true });
		expect(server!.asked).toHaveLength(2);
	});

	test('what a person typed wins over the server', async () => {
		const { rally, ids } = await inAndorra();
		await refresh(rally, await serve(({ path }) => answerTable(path)));
		await typeTravelTime(db, rally, { from: ids[1]!, to: ids[2]!, minutes: 99 }, claire);
		const { minutes, sources, ids: order } = await table(rally);
		const [a, b] = [order.indexOf(ids[1]!), order.indexOf(ids[2]!)];
		expect([minutes[a]![b], sources[a]![b], sources[b]![a]]).toEqual([99, 'typed', 'routed']);
	});

	test('a company that moves is no longer served by the old answers, and is asked anew', async () => {
		const { rally, ids } = await inAndorra();
		const url = await serve(({ path }) => answerTable(path));
		await refresh(rally, url);
		const row = (await records(db, 'company').find(rally.id, ids[1]!))!;
		const next = andorra.lieux[COMPANIES + 1]!;
		await records(db, 'company').save(rally.id, row.id, row.version, {
			longitude: next.lon,
			latitude: next.lat,
			updatedBy: 'Claire'
		});
		const moved = await table(rally);
		const at = moved.ids.indexOf(ids[1]!);
		expect(moved.sources.flat().filter((source) => source === 'routed')).toHaveLength(PAIRS - 2 * COMPANIES);
		expect(moved.sources[at]!.every((source) => source === 'estimated')).toBe(true);
		expect((await refresh(rally, url)).outcome).toEqual({ answered: 2 * COMPANIES, missed: 0, fault: null });
		expect((await table(rally)).sources[at]!.filter((source) => source === 'routed')).toHaveLength(COMPANIES);
	});

	test('a place that the server puts on a road 265 km away keeps its estimates, with the reason', async () => {
		const { rally } = await inAndorra();
		const far = value(
			await addCompany(
				db,
				rally,
				company({ name: 'Thyez', longitude: 6.53, latitude: 46.08, precision: 'pin' }),
				claire
			)
		);
		const errand = await refresh(rally, await serve(({ path }) => answerTable(path)));
		expect(errand).toMatchObject({
			state: 'done',
			outcome: { answered: PAIRS, missed: 2 * (COMPANIES + 1), fault: null }
		});
		const faults = (await roadTimes(db).list(rally.id)).filter(({ fault }) => fault);
		expect(faults.every(({ seconds, faultSince }) => seconds === null && faultSince instanceof Date)).toBe(
			true
		);
		const leaving = faults.find(({ fromPlace }) => fromPlace === far.id);
		expect(leaving!.fault).toEqual({ code: 'far-snap', end: 'from', metres: 265_672 });
		const { sources, ids } = await table(rally);
		expect(sources[ids.indexOf(far.id)]!.every((source) => source === 'estimated')).toBe(true);

		const shown = await readLegs(db, await readDossier(db, rally, null), far.id);
		expect(shown).toMatchObject({
			from: far.id,
			unasked: 0,
			counts: { routed: PAIRS, estimated: 2 * (COMPANIES + 1), typed: 0 },
			failing: [{ place: far.id, says: expect.stringContaining('266') as string }]
		});
		expect(shown.failing).toHaveLength(1);
		expect(shown.failing[0]!.pairs).toHaveLength(2 * (COMPANIES + 1));
		expect(shown.legs[0]!.there).toMatchObject({ source: 'estimated', answered: null, fault: { own: true } });
	});

	test.each([
		['broken', { status: 500, body: 'oops' }, { code: 'broken', status: 500 }],
		['silent', 'hang' as const, { code: 'timeout', seconds: 0.4 }],
		['talking nonsense', { body: '<html>' }, { code: 'unreadable' }],
		['refusing the key', { status: 403 }, { code: 'key-refused' }]
	])('a server %s: estimates stand in, and say why and since when', async (_, told, fault) => {
		const { rally } = await inAndorra();
		const url = await serve(() => told);
		const wait = told === 'hang' ? hurried : patience;
		const errand = await refresh(rally, url, { wait });
		expect(errand).toMatchObject({ state: 'done', outcome: { answered: 0, missed: PAIRS, fault } });
		expect((await table(rally)).sources.flat().every((source) => source === 'estimated')).toBe(true);
		const first = await roadTimes(db).list(rally.id);
		expect(first.every((row) => row.seconds === null && row.fault?.code === fault.code)).toBe(true);

		await refresh(rally, url, { wait });
		const second = await roadTimes(db).list(rally.id);
		expect(second.map(({ faultSince }) => faultSince!.getTime()).sort()).toEqual(
			first.map(({ faultSince }) => faultSince!.getTime()).sort()
		);
	});

	test('a server that breaks down later leaves what it answered before, and its fault', async () => {
		const { rally } = await inAndorra();
		let up = true;
		const url = await serve(({ path }) => (up ? answerTable(path) : 'cut'));
		await refresh(rally, url);
		up = false;
		expect((await refresh(rally, url, { afresh: true })).outcome).toMatchObject({
			answered: 0,
			missed: PAIRS
		});
		expect((await table(rally)).sources.flat().filter((source) => source === 'routed')).toHaveLength(PAIRS);
		const rows = await roadTimes(db).list(rally.id);
		expect(rows.every((row) => row.seconds !== null && row.fault?.code === 'unreachable')).toBe(true);
		const shown = await readLegs(db, await readDossier(db, rally, null), MEETING);
		expect(shown.failing).toMatchObject([{ place: null, says: 'le service est injoignable' }]);
		expect(shown.failing[0]!.pairs.every(({ estimated }) => !estimated)).toBe(true);
		expect(shown.legs[0]!.there).toMatchObject({
			source: 'routed',
			answered: { server: 'osrm' },
			fault: { own: false }
		});
		up = true;
		await refresh(rally, url);
		expect((await roadTimes(db).list(rally.id)).every(({ fault }) => fault === null)).toBe(true);
	});

	test('one errand at a time; without a server it fails, and a process that stops puts it back', async () => {
		const { rally } = await inAndorra();
		const id = value(await sendErrand(db, queue, rally, { kind: 'road-times', afresh: false }, claire));
		expect(await sendErrand(db, queue, rally, { kind: 'road-times', afresh: false }, claire)).toMatchObject({
			error: { code: 'already-running' }
		});
		const url = await serve(() => 'hang');
		const stopping = new AbortController();
		setTimeout(() => stopping.abort(), 100);
		await runErrand(db, id, { roads: osrm(url, patience), addresses: null }, stopping.signal);
		expect((await errands(db).find(id))!.state).toBe('queued');
		expect(await roadTimes(db).list(rally.id)).toEqual([]);

		await runErrand(db, id, { roads: null, addresses: null }, never);
		expect((await errands(db).find(id))!.state).toBe('failed');
		await runErrand(db, id, { roads: osrm(url, patience), addresses: null }, never);
		expect((await errands(db).find(id))!.state).toBe('failed');
	});

	test('an errand whose process died is taken up, then left for a person after three tries', async () => {
		const { rally } = await inAndorra();
		const row = {
			rallyId: rally.id,
			organizationId: rally.organizationId,
			kind: 'road-times' as const,
			createdBy: 'x',
			state: 'running' as const
		};
		const [once, often] = [
			await errands(db).add({ ...row, attempts: 1 }),
			await errands(db).add({ ...row, attempts: 3 })
		];
		const sent: string[] = [];
		await takeUpErrands(db, { sendErrand: async (id) => void sent.push(id) }, false);
		expect(sent).toEqual([once.id]);
		expect((await errands(db).find(often.id))!.state).toBe('interrupted');
	});
});
