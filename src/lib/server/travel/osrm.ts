import { z } from 'zod';
import type { OutsideFault } from '$lib/domain/outside';
import type { Position } from '$lib/domain/rally';
import { err, ok } from '$lib/domain/result';
import { askJson, parsed, type Patience } from '../outside/ask';
import { rounded, type RoadServer } from './road-server';

const cells = z.array(z.array(z.number().nonnegative().nullable()));
const ends = z.array(z.object({ distance: z.number().nonnegative().nullish() }));
const Table = z.object({
	code: z.literal('Ok'),
	durations: cells,
	distances: cells.optional(),
	sources: ends,
	destinations: ends
});
const Refusal = z.object({ code: z.string(), message: z.string().optional() });

/** A server that speaks OSRM's `/table/v1`: OSRM itself, or one that copies it. */
export function osrm(url: string, patience?: Patience): RoadServer {
	const base = url.replace(/\/+$/, '');
	return {
		kind: 'osrm',
		host: new URL(base).host,
		mostTogether: 100,
		async table(from, to, signal) {
			const answered = await askJson(
				{ url: base + path(from, to), fault: faultOf, ...(patience && { patience }), signal },
				Table
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
				snapFrom: sources.map(({ distance }) => distance ?? null),
				snapTo: destinations.map(({ distance }) => distance ?? null)
			});
		}
	};
}

/** Longitude first. The profile in the path is ignored by the server, which was prepared for one. */
function path(from: readonly Position[], to: readonly Position[]): string {
	const square = from === to;
	const points = square ? from : [...from, ...to];
	const coordinates = points.map(({ lon, lat }) => `${rounded(lon)},${rounded(lat)}`).join(';');
	const range = (first: number, count: number) =>
		Array.from({ length: count }, (_, i) => first + i).join(';');
	const ends = square
		? ''
		: `&sources=${range(0, from.length)}&destinations=${range(from.length, to.length)}`;
	return `/table/v1/driving/${coordinates}?annotations=duration,distance${ends}`;
}

/** Errors come as HTTP 400 with a code of OSRM's own. */
function faultOf(status: number, body: string): OutsideFault | null {
	const told = Refusal.safeParse(parsed(body));
	if (status >= 500 || !told.success) return null;
	if (told.data.code === 'TooBig') return { code: 'too-big' };
	return { code: 'refused', status, reason: told.data.code };
}

export const shaped = (table: unknown[][], rows: number, columns: number): boolean =>
	table.length === rows && table.every((row) => row.length === columns);
