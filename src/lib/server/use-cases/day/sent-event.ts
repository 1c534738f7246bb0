import { z } from 'zod';
import type { HalfDay } from '$lib/domain/calendar';
import { readHalfDay } from '$lib/domain/calendar';
import {
	faces,
	incidentKinds,
	missReasons,
	presenceStates,
	readStopKey,
	type Said,
	type StopKey
} from '$lib/domain/day/event';

const keys = <K extends string>(labels: Record<K, unknown>) => z.enum(Object.keys(labels) as [K, ...K[]]);

const stop = z
	.string()
	.max(80)
	.refine((text) => readStopKey(text) !== null)
	.transform((text) => text as StopKey);
const half = z
	.string()
	.refine((text) => readHalfDay(text) !== null)
	.transform((text) => text as HalfDay);
const minutes = z.int().min(0).max(1440);
const text = z
	.string()
	.max(500)
	// eslint-disable-next-line no-control-regex -- PostgreSQL refuses it
	.transform((typed) => typed.replace(/\u0000/g, '').trim());

/** What may be said, as it comes from outside. */
export const SentSaid = z.discriminatedUnion('kind', [
	z.object({ kind: z.literal('departed'), stop, aboard: z.int().min(0).max(99).nullable() }),
	z.object({ kind: z.literal('arrived'), stop }),
	z.object({ kind: z.literal('started'), stop }),
	z.object({ kind: z.literal('finished'), stop }),
	z.object({ kind: z.literal('missed'), stop, why: keys(missReasons) }),
	z.object({
		kind: z.literal('presence'),
		person: z.uuid(),
		half,
		state: keys(presenceStates),
		from: minutes.nullable(),
		reason: text
	}),
	z.object({
		kind: z.literal('points'),
		challenge: z.string().regex(/^[\w-]{1,60}$/),
		stop: stop.nullable(),
		points: z.int().min(0).max(100)
	}),
	z.object({ kind: z.literal('feedback'), stop, face: keys(faces) }),
	z.object({ kind: z.literal('incident'), incident: keys(incidentKinds), stop: stop.nullable(), text }),
	z.object({ kind: z.literal('seen'), publication: z.uuid() }),
	z.object({ kind: z.literal('undo'), of: z.uuid() })
]) satisfies z.ZodType<Said>;

/** Milliseconds since 1970, as far as a date can tell. */
const instant = z.number().min(0).max(4_102_444_800_000).transform(Math.round);

export const SentEvent = z.object({
	id: z.uuid(),
	sequence: z.int().min(1).max(1_000_000),
	clock: instant,
	/** A day and a half: a clock may be set to another side of the world, not to another week. */
	offset: z.number().min(-130_000_000).max(130_000_000).transform(Math.round).nullable(),
	plan: z.int().min(0).max(1_000_000),
	said: SentSaid
});
export type SentEvent = z.infer<typeof SentEvent>;

/** What a phone sends: events one by one are read apart, so that one that cannot be read holds nothing up. */
export const SentBatch = z.object({
	phone: z.uuid(),
	/** The phone's clock when it sent: tells by how much it is wrong. */
	sentAt: instant,
	events: z.array(z.unknown()).max(100)
});
export type SentBatch = z.infer<typeof SentBatch>;
