import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
	uuid
} from 'drizzle-orm/pg-core';
import { errandKinds, errandStates, type ErrandOutcome, type ErrandProgress } from '$lib/domain/errand';
import { roadServers, type RoadFault } from '$lib/domain/road-time';
import { instant, keysOf, ofRally, ownerColumns } from './columns';
import { rally } from './rally';

/**
 * What a road server said of one way, in one direction, between two places as they stood (`meeting` or a company's
 * id at each end). A place that moved since leaves its rows unread. A fault never erases an older answer.
 */
export const roadTime = pgTable(
	'road_time',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		fromPlace: text().notNull(),
		toPlace: text().notNull(),
		fromLongitude: doublePrecision().notNull(),
		fromLatitude: doublePrecision().notNull(),
		toLongitude: doublePrecision().notNull(),
		toLatitude: doublePrecision().notNull(),
		/** As answered, without margin nor parking; null while no answer could be believed. */
		seconds: doublePrecision(),
		metres: doublePrecision(),
		server: text({ enum: keysOf(roadServers) }),
		answeredAt: instant(),
		/** Why the last try failed, and since when it fails. */
		fault: jsonb().$type<RoadFault>(),
		faultSince: instant()
	},
	(t) => [
		ofRally(t, rally),
		unique().on(t.rallyId, t.fromPlace, t.toPlace),
		check('road_time_answer', sql`(${t.seconds} is null) = (${t.answeredAt} is null)`),
		check('road_time_fault', sql`(${t.fault} is null) = (${t.faultSince} is null)`)
	]
);

/** One trip to a service outside, asked for by a person: the queue carries its id, its state lives here. */
export const errand = pgTable(
	'errand',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		kind: text({ enum: keysOf(errandKinds) }).notNull(),
		/** Ask again even about what is known. */
		afresh: boolean().notNull().default(false),
		state: text({ enum: keysOf(errandStates) })
			.notNull()
			.default('queued'),
		progress: jsonb().$type<ErrandProgress>(),
		outcome: jsonb().$type<ErrandOutcome>(),
		attempts: integer().notNull().default(0),
		/** Written every second while it runs: an old one tells that the process died. */
		heartbeatAt: instant(),
		createdAt: instant().notNull().defaultNow(),
		createdBy: text().notNull(),
		finishedAt: instant()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId, t.kind)]
);
