import { z } from 'zod';
import type { OutsideFault } from '$lib/domain/outside';
import type { Position } from '$lib/domain/rally';
import { err, ok } from '$lib/domain/result';
import { askJson, parsed, type Patience } from '../outside/ask';
import { shaped } from './osrm';
import { rounded, type RoadServer } from './road-server';

const cells = z.array(z.array(z.number().nonnegative().nullable()));
/** A point that no road is near comes as null. */
const ends = z.array(z.object({ snapped_distance: z.number().nonnegative().nullish() }).nullable());
const Matrix = z.object({
	durations: cells,
	distances: cells.optional(),
	sources: ends,
	destinations: ends
});
const Refusal = z.object({
	error: z.union([z.string(), z.object({ code: z.number(), message: z.string().optional() })])
});
/** « The requested number of routes exceeds the server's limit. » */
const TOO_BIG = 6004;

/** A server that speaks openrouteservice's `/v2/matrix`: the public one, with a key, or one's own. */
export function openrouteservice(url: string, key: string | null, patience?: Patience): RoadServer {
	const base = url.replace(/\/+$/, '');
	return {
		kind: 'openrouteservice',
		host: new URL(base).host,
		// 3,500 routes at once on the public server.
		mostTogether: 59,
		async table(from, to, signal) {
			const answered = await askJson(
				{
					url: `${base}/v2/matrix/driving-car`,
					method: 'POST',
					headers: { 'content-type': 'application/json', ...(key && { authorization: key }) },
					body: JSON.stringify(question(from, to)),
					fault: faultOf,
					...(patience && { patience }),
					signal
				},
				Matrix
			);
			if (!answered.ok) return answered;
			const { durations, distances, sources, destinations } = answered.value;
			if (![durations, distances ?? durations].every((table) => shaped(table, from.length, to.length)))
				return err({ code: 'unreadable' });
			if (sources.length !== from.length || destinations.length !== to.length)
				return err({ code: 'unreadable' });
			return ok({
				seconds: durations,
				metres: distances ?? durations.map((row) => row.map(() => null)),
				snapFrom: sources.map((end) => end?.snapped_distance ?? null),
				snapTo: destinations.map((end) => end?.snapped_distance ?? null)
			});
		}
	};
}

function question(from: readonly Position[], to: readonly Position[]) {
	const points = from === to ? from : [...from, ...to];
	const range = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
	return {
		locations: points.map(({ lon, lat }) => [rounded(lon), rounded(lat)]),
		metrics: ['duration', 'distance'],
		...(from !== to && { sources: range(0, from.length), destinations: range(from.length, to.length) })
	};
}

function faultOf(status: number, body: string): OutsideFault | null {
	const told = Refusal.safeParse(parsed(body));
	if (status >= 500 || status === 401 || status === 403 || status === 429 || !told.success) return null;
	const { error } = told.data;
	if (typeof error === 'string') return { code: 'refused', status, reason: '' };
	if (error.code === TOO_BIG) return { code: 'too-big' };
	return { code: 'refused', status, reason: String(error.code) };
}
