import { expect, test } from 'vitest';
import { err, ok } from '$lib/domain/result';
import { askRoadTimes, blocksOf, type AskedPair } from '$lib/server/travel/ask-road-times';
import type { RoadServer, RoadTable } from '$lib/server/travel/road-server';

const places = (count: number) =>
	Array.from({ length: count }, (_, i) => ({ id: `p${i}`, position: { lon: 4 + i / 100, lat: 44.7 } }));

/** A server of this process: 60 seconds per hundredth of a degree, a bit more towards the west. */
function served(
	answer: (from: number, to: number, count: number) => Partial<RoadTable> | 'too-big' | 'broken'
) {
	const questions: [number, number][] = [];
	const server: RoadServer = {
		kind: 'osrm',
		host: 'here',
		mostTogether: 100,
		table: async (from, to) => {
			questions.push([from.length, to.length]);
			const told = answer(from.length, to.length, questions.length);
			if (told === 'too-big') return err({ code: 'too-big' });
			if (told === 'broken') return err({ code: 'broken', status: 500 });
			const seconds = from.map((a) =>
				to.map((b) => Math.round(Math.abs(a.lon - b.lon) * 6000) + (a.lon > b.lon ? 30 : 0))
			);
			const [snapFrom, snapTo] = [from.map(() => 5), to.map(() => 5)];
			return ok({ seconds, metres: seconds, snapFrom, snapTo, ...told });
		}
	};
	return { server, questions };
}

async function ask(
	server: RoadServer,
	count: number,
	wanted = (_a: { id: string }, _b: { id: string }) => true
) {
	const pairs: AskedPair[] = [];
	await askRoadTimes(server, places(count), { wanted, keep: async (some) => void pairs.push(...some) });
	return pairs;
}

test.each([
	[2, 1, 2],
	[100, 1, 100],
	[101, 8, 100], // the last place alone has nobody to go to
	[230, 25, 100]
])('%d places: %d questions, of %d points at most', async (count, questions, most) => {
	const { server, questions: asked } = served(() => ({}));
	const pairs = await ask(server, count);
	expect(asked).toHaveLength(questions);
	expect(Math.max(...asked.map(([from, to]) => (questions === 1 ? from : from + to)))).toBeLessThanOrEqual(
		most
	);
	expect(new Set(pairs.map(({ from, to }) => `${from.id} ${to.id}`)).size).toBe(count * (count - 1));
	expect(pairs.every(({ answer }) => answer.ok)).toBe(true);
});

test('a block without a pair to ask about is not asked', async () => {
	const { server, questions } = served(() => ({}));
	const pairs = await ask(server, 120, (from, to) => from.id === 'p0' && to.id === 'p119');
	expect(questions).toEqual([[50, 20]]);
	expect(pairs).toHaveLength(1);
});

test('a server that takes fewer points gets smaller questions, down to two', async () => {
	const { server, questions } = served((from, to) => (from + to > 24 ? 'too-big' : {}));
	const pairs = await ask(server, 60);
	expect(pairs).toHaveLength(60 * 59);
	expect(pairs.every(({ answer }) => answer.ok)).toBe(true);
	expect(questions.length).toBeLessThan(100);

	const none = served(() => 'too-big');
	const refused = await ask(none.server, 5);
	expect(refused).toHaveLength(20);
	expect(refused.every(({ answer }) => !answer.ok && answer.fault.code === 'too-big')).toBe(true);
});

test('a server that breaks down is asked no further; what it answered is kept', async () => {
	const { server, questions } = served((_from, _to, count) => (count > 2 ? 'broken' : {}));
	const pairs = await ask(server, 230);
	expect(questions).toHaveLength(3);
	expect(pairs).toHaveLength(230 * 229);
	expect(pairs.filter(({ answer }) => answer.ok)).toHaveLength(50 * 49 + 50 * 50);
});

test('the two ways of a pair are kept apart', async () => {
	const [there, back] = await ask(served(() => ({})).server, 2);
	expect([there!.answer, back!.answer]).toMatchObject([{ seconds: 60 }, { seconds: 90 }]);
});

test.each([
	['the start is far from a road', { snapFrom: [1200, 5] }, { code: 'far-snap', end: 'from', metres: 1200 }],
	['the arrival is', { snapTo: [5, 4000.4] }, { code: 'far-snap', end: 'to', metres: 4000 }],
	[
		'no way is known',
		{
			seconds: [
				[0, null],
				[null, 0]
			]
		},
		{ code: 'no-route' }
	],
	[
		'no time at all for 800 m',
		{
			seconds: [
				[0, 0],
				[0, 0]
			]
		},
		{ code: 'implausible' }
	],
	[
		'faster than any car',
		{
			seconds: [
				[0, 15],
				[15, 0]
			]
		},
		{ code: 'implausible' }
	]
] as const)('%s: not believed', async (_, told, fault) => {
	const [there] = await ask(served(() => told as unknown as Partial<RoadTable>).server, 2);
	expect(there!.answer).toEqual({ ok: false, fault });
});

test('blocks cover every pair once', () => {
	const seen = blocksOf(places(130), 100).flatMap(({ from, to }) =>
		from.flatMap((a) => to.map((b) => `${a.id} ${b.id}`))
	);
	expect(new Set(seen).size).toBe(seen.length);
	expect(seen).toHaveLength(130 * 130);
});
