import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { Position } from '$lib/domain/rally';
import { openrouteservice } from '$lib/server/travel/openrouteservice';
import { osrm } from '$lib/server/travel/osrm';
import { simulatedServer, type SimulatedServer } from '../../simulated-server';

interface Recorded {
	request: string;
	status: number;
	body: Record<string, unknown>;
}
const recorded = (name: string): Recorded =>
	JSON.parse(readFileSync(`tests/instances/osrm/${name}.json`, 'utf8')) as Recorded;

/** The points of a recorded request, in the order it names them. */
const pointsOf = ({ request }: Recorded): Position[] =>
	/driving\/([^?]+)/
		.exec(request)![1]!
		.split(';')
		.map((pair) => {
			const [lon, lat] = pair.split(',').map(Number);
			return { lon: lon!, lat: lat! };
		});

const quick = { seconds: 20, tries: 2, backoff: 5 };
/** For a server that never answers. */
const hurried = { ...quick, seconds: 0.3 };
let server: SimulatedServer | undefined;
afterEach(async () => {
	await server?.close();
	server = undefined;
});
const answering = async (...told: Parameters<typeof simulatedServer>) =>
	(server = await simulatedServer(...told));

describe('OSRM', () => {
	const ask = async ({ status, body }: Pick<Recorded, 'status' | 'body'>, from: Position[], to = from) => {
		const { url } = await answering(() => ({ status, body }));
		return osrm(url, quick).table(from, to);
	};

	test.each(['table_5x5_dur_dist', 'table_andorra_towns', 'table_5x5_default', 'table_scale_factor'])(
		'%s is read as it was recorded',
		async (name) => {
			const answer = recorded(name);
			const read = await ask(answer, pointsOf(answer));
			expect(read).toMatchObject({ ok: true, value: { seconds: answer.body.durations } });
			if (!read.ok) return;
			const distances = answer.body.distances as number[][] | undefined;
			expect(read.value.metres[0]![1]).toBe(distances?.[0]![1] ?? null);
			expect(read.value.snapFrom.every((metres) => metres! < 100)).toBe(true);
		}
	);

	test('a part of a table names its sources and destinations, longitude first', async () => {
		const answer = recorded('table_asym_sources_destinations');
		const points = pointsOf(answer);
		const read = await ask(answer, points.slice(0, 2), points.slice(2));
		expect(read).toMatchObject({ ok: true, value: { seconds: answer.body.durations } });
		expect(server!.asked[0]!.path).toBe(
			'/table/v1/driving/7.4165,43.7317;7.4203,43.7384;7.4285,43.7407;7.4007,43.7457;7.4665,43.76?annotations=duration,distance&sources=0;1&destinations=2;3;4'
		);
	});

	test('a square table names its points once, and no finer than a metre', async () => {
		const answer = recorded('table_5x5_dur_dist');
		const points = pointsOf(answer).map(({ lon, lat }) => ({ lon: lon + 1e-9, lat }));
		await ask(answer, points);
		expect(server!.asked[0]!.path).toBe(answer.request.replace('{MONACO}', '').replace('43.7600', '43.76'));
	});

	test('tells how far a point was put on a road, even where the answer says « Ok »', async () => {
		const answer = recorded('table_far_point_snaps');
		const read = await ask(answer, pointsOf(answer));
		expect(read.ok && Math.round(read.value.snapFrom[0]! / 1000)).toBe(266);
		const sea = recorded('table_fallback_speed');
		await server!.close();
		const guessed = await ask(sea, pointsOf(sea));
		expect(guessed.ok && Math.round(guessed.value.snapTo.at(-1)!)).toBe(1949);
	});

	test.each([
		['table_too_big', { code: 'too-big' }],
		['table_single_coord_error', { code: 'refused', status: 400, reason: 'InvalidOptions' }],
		['invalid_query', { code: 'refused', status: 400, reason: 'InvalidQuery' }],
		['invalid_options', { code: 'refused', status: 400, reason: 'InvalidQuery' }],
		['invalid_out_of_range', { code: 'refused', status: 400, reason: 'InvalidValue' }],
		['invalid_service', { code: 'refused', status: 400, reason: 'InvalidService' }],
		['invalid_version', { code: 'refused', status: 400, reason: 'InvalidVersion' }],
		['route_nosegment_radius', { code: 'refused', status: 400, reason: 'NoSegment' }],
		['invalid_lonlat_swapped', { code: 'unreadable' }] // a route is no table
	])('%s: %j, asked once', async (name, error) => {
		expect(await ask(recorded(name), pointsOf(recorded('table_5x5_default')))).toEqual({ ok: false, error });
		expect(server!.asked).toHaveLength(1);
	});

	test('a table that is not of the size asked is not taken', async () => {
		const answer = recorded('table_5x5_dur_dist');
		expect(await ask(answer, pointsOf(answer).slice(1))).toEqual({
			ok: false,
			error: { code: 'unreadable' }
		});
	});
});

describe('openrouteservice', () => {
	const [a, b, c] = [
		{ lon: 5.72, lat: 45.18 },
		{ lon: 5.75, lat: 45.2 },
		{ lon: 5.9, lat: 45.3 }
	];
	const matrix = {
		durations: [
			[0, 312.4],
			[330.1, null]
		],
		distances: [
			[0, 3100.5],
			[3220, null]
		],
		sources: [{ location: [5.72, 45.18], snapped_distance: 12.5 }, { location: [5.75, 45.2] }],
		destinations: [{ location: [5.72, 45.18], snapped_distance: 12.5 }, null],
		metadata: { attribution: 'openrouteservice.org | OpenStreetMap contributors' }
	};

	test('is asked by POST with the key, and read with its gaps', async () => {
		const { url, asked } = await answering(() => ({ body: matrix }));
		const points = [a!, b!];
		expect(await openrouteservice(`${url}/ors/`, 'the-key', quick).table(points, points)).toEqual({
			ok: true,
			value: {
				seconds: matrix.durations,
				metres: matrix.distances,
				snapFrom: [12.5, null],
				snapTo: [12.5, null]
			}
		});
		expect(asked[0]).toMatchObject({ method: 'POST', path: '/ors/v2/matrix/driving-car' });
		expect(asked[0]!.headers.authorization).toBe('the-key');
		expect(JSON.parse(asked[0]!.body)).toEqual({
			locations: [
				[5.72, 45.18],
				[5.75, 45.2]
			],
			metrics: ['duration', 'distance']
		});
	});

	test('a part of a matrix names its ends; without a key none is sent', async () => {
		const { url, asked } = await answering(() => ({ body: matrix }));
		await openrouteservice(url, null, quick).table([a!], [b!, c!]);
		expect(JSON.parse(asked[0]!.body)).toMatchObject({ sources: [0], destinations: [1, 2] });
		expect(asked[0]!.headers.authorization).toBeUndefined();
	});

	test.each([
		[400, { error: { code: 6004, message: 'exceeds the maximum' } }, { code: 'too-big' }],
		[404, { error: { code: 6010 } }, { code: 'refused', status: 404, reason: '6010' }],
		[403, { error: 'Access to this API has been disallowed' }, { code: 'key-refused' }],
		[401, { error: 'Authorization field missing' }, { code: 'key-refused' }],
		[400, { error: 'no' }, { code: 'refused', status: 400, reason: '' }],
		[200, { durations: [[0]] }, { code: 'unreadable' }]
	])('%d %j: %j', async (status, body, error) => {
		const { url } = await answering(() => ({ status, body }));
		expect(await openrouteservice(url, null, quick).table([a!], [a!])).toEqual({ ok: false, error });
	});
});

describe('a server in trouble', () => {
	const answer = recorded('table_5x5_dur_dist');
	const points = pointsOf(answer);
	const table = (url: string, patience = quick) => osrm(url, patience).table(points, points);

	test('is tried again, and its later answer taken', async () => {
		const { url, asked } = await answering((_, count) => (count === 1 ? { status: 502, body: '' } : answer));
		expect(await table(url)).toMatchObject({ ok: true });
		expect(asked).toHaveLength(2);
	});

	test.each([
		['broken', { status: 500, body: 'oops' }, { code: 'broken', status: 500 }, 2],
		['busy', { status: 429, body: {} }, { code: 'too-many-requests' }, 2],
		['busy for long', { status: 429, headers: { 'retry-after': '60' } }, { code: 'too-many-requests' }, 1],
		['silent', 'hang' as const, { code: 'timeout', seconds: 0.3 }, 2],
		['gone', 'cut' as const, { code: 'unreachable' }, 2],
		['a page of HTML', { body: '<html>' }, { code: 'unreadable' }, 1],
		['cut JSON', { body: '{"code":"Ok","durations":[[0' }, { code: 'unreadable' }, 1],
		['words for numbers', { body: { ...answer.body, durations: [['0']] } }, { code: 'unreadable' }, 1],
		['a negative time', { body: { ...answer.body, durations: [[-1]] } }, { code: 'unreadable' }, 1],
		[
			'another address',
			{ status: 302, headers: { location: 'http://127.0.0.1:9/' } },
			{ code: 'unreachable' },
			2
		]
	])('%s', async (_, told, error, tries) => {
		const { url, asked } = await answering(() => told);
		expect(await table(url, told === 'hang' ? hurried : quick)).toEqual({ ok: false, error });
		expect(asked).toHaveLength(tries);
	});

	test('nobody there', async () => {
		expect(await table('http://127.0.0.1:9')).toEqual({ ok: false, error: { code: 'unreachable' } });
	});

	test('an answer far too long is dropped on the way', async () => {
		const { url } = await answering(() => ({ body: 'x'.repeat(9_000_000) }));
		expect(await osrm(url).table(points, points)).toEqual({ ok: false, error: { code: 'unreadable' } });
	});
});

// Given by whoever has a server: OSRM_TEST_URL=http://localhost:5000 OSRM_TEST_POINTS="4.38,44.62;4.45,44.58"
test.runIf(process.env.OSRM_TEST_URL)('a live server answers', async () => {
	const points = (process.env.OSRM_TEST_POINTS ?? '7.4165,43.7317;7.4285,43.7407').split(';').map((pair) => {
		const [lon, lat] = pair.split(',').map(Number);
		return { lon: lon!, lat: lat! };
	});
	const read = await osrm(process.env.OSRM_TEST_URL!).table(points, points);
	expect(read).toMatchObject({ ok: true });
	expect(read.ok && read.value.seconds[0]![1]).toBeGreaterThan(0);
});
