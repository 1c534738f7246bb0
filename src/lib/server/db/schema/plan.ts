import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	index,
	integer,
	jsonb,
	pgTable,
	text,
	unique,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { WhatIf } from '$lib/domain/scenario/what-if';
import { planProofs, type PlanLevel, type PlannedBreak, type PlanTravel } from '$lib/domain/plan';
import type { PlanForming, ProposedTeam, TeamProposals } from '$lib/domain/team-proposal';
import { accompanist, participant, vehicle } from './people';
import { company } from './company';
import { instant, keysOf, ofRally, ownerColumns } from './columns';
import { rally } from './rally';

/** A plan accepted by the independent checker. Teams, members and visits are rows, so that the database keeps them straight. */
export const plan = pgTable(
	'plan',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		number: integer().notNull(),
		/** Number of the version it was made to change as little as possible of; null when made afresh. */
		keeps: integer(),
		byHand: boolean().notNull().default(false),
		proof: text({ enum: keysOf(planProofs) }).notNull(),
		levels: jsonb().$type<PlanLevel[]>().notNull(),
		remarks: jsonb().$type<string[]>().notNull().default([]),
		unplaced: jsonb().$type<string[]>().notNull().default([]),
		conflict: jsonb().$type<string[]>().notNull().default([]),
		repairs: jsonb().$type<string[]>().notNull().default([]),
		/** Each repair as something to suppose, to be tried in a scenario; null for one that cannot be. */
		trials: jsonb().$type<(WhatIf | null)[]>().notNull().default([]),
		violations: jsonb().$type<string[]>().notNull().default([]),
		breaks: jsonb().$type<PlannedBreak[]>().notNull().default([]),
		travel: jsonb().$type<PlanTravel>().notNull(),
		bufferMinutes: integer().notNull(),
		forming: jsonb().$type<PlanForming>(),
		/** The problem as it was solved (equipage-problem/1): any plan can be computed or checked again elsewhere. */
		problem: jsonb().notNull(),
		published: boolean().notNull().default(false),
		publishedAt: instant(),
		createdAt: instant().notNull().defaultNow(),
		createdBy: text().notNull()
	},
	(t) => [
		ofRally(t, rally),
		unique().on(t.rallyId, t.number),
		// One published plan at a time: the one that phones and paper follow.
		uniqueIndex('plan_published')
			.on(t.rallyId)
			.where(sql`${t.published}`)
	]
);

export const planTeam = pgTable(
	'plan_team',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		planId: uuid()
			.notNull()
			.references(() => plan.id, { onDelete: 'cascade' }),
		letter: text().notNull(),
		vehicleId: uuid().references(() => vehicle.id),
		accompanistId: uuid().references(() => accompanist.id),
		driverId: uuid().references(() => accompanist.id)
	},
	(t) => [
		ofRally(t, rally),
		unique().on(t.planId, t.letter),
		unique().on(t.planId, t.vehicleId),
		unique().on(t.planId, t.accompanistId),
		unique().on(t.id, t.planId)
	]
);

export const planMember = pgTable(
	'plan_member',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		planId: uuid()
			.notNull()
			.references(() => plan.id, { onDelete: 'cascade' }),
		teamId: uuid()
			.notNull()
			.references(() => planTeam.id, { onDelete: 'cascade' }),
		participantId: uuid()
			.notNull()
			.references(() => participant.id)
	},
	(t) => [ofRally(t, rally), unique().on(t.planId, t.participantId), index().on(t.teamId)]
);

export const planVisit = pgTable(
	'plan_visit',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		planId: uuid()
			.notNull()
			.references(() => plan.id, { onDelete: 'cascade' }),
		teamId: uuid()
			.notNull()
			.references(() => planTeam.id, { onDelete: 'cascade' }),
		companyId: uuid()
			.notNull()
			.references(() => company.id),
		date: date({ mode: 'string' }).notNull(),
		start: integer().notNull(),
		end: integer().notNull()
	},
	(t) => [
		ofRally(t, rally),
		// Twice at one company is told as wrong, and saved when somebody wants it so; twice the same visit is no visit.
		unique().on(t.teamId, t.companyId, t.date, t.start),
		index().on(t.planId),
		check('plan_visit_hours', sql`${t.start} >= 0 and ${t.end} > ${t.start} and ${t.end} <= 1440`)
	]
);

export const planRunStates = {
	queued: 'en attente',
	running: 'en cours',
	done: 'terminé',
	cancelled: 'arrêté',
	interrupted: 'interrompu',
	failed: 'en échec'
} as const;
export type PlanRunState = keyof typeof planRunStates;

/** What a run looks for: a plan, or teams to choose among. */
export const planRunKinds = ['plan', 'teams'] as const;

export interface PlanRunProgress {
	seconds: number;
	/** What is being done, in French. */
	phase: string;
	visits: number;
	levels: PlanLevel[];
}

/** One computation asked for. The job queue carries its id; its state and progress live here. */
export const planRun = pgTable(
	'plan_run',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		kind: text({ enum: planRunKinds }).notNull().default('plan'),
		state: text({ enum: keysOf(planRunStates) })
			.notNull()
			.default('queued'),
		seconds: integer().notNull(),
		seed: integer().notNull().default(1),
		progress: jsonb().$type<PlanRunProgress>(),
		/** Number of the version to change as little as possible of; null to start afresh. */
		keeps: integer(),
		/** Teams chosen beforehand, to be kept as they are. */
		chosen: jsonb().$type<ProposedTeam[]>(),
		/** What a run for teams found. */
		proposals: jsonb().$type<TeamProposals>(),
		cancelAsked: boolean().notNull().default(false),
		attempts: integer().notNull().default(0),
		/** Written every few seconds while it runs: an old one tells that the process died. */
		heartbeatAt: instant(),
		error: text(),
		planId: uuid().references(() => plan.id, { onDelete: 'set null' }),
		createdAt: instant().notNull().defaultNow(),
		createdBy: text().notNull(),
		finishedAt: instant()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId)]
);

/** A team's page without an account. The token itself is never stored: it is signed from this row (see itinerary-link.ts). */
export const itineraryLink = pgTable(
	'itinerary_link',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		teamLetter: text().notNull(),
		tokenHash: text().notNull().unique(),
		expiresAt: instant().notNull(),
		revokedAt: instant(),
		createdAt: instant().notNull().defaultNow(),
		createdBy: text().notNull(),
		lastSeenAt: instant()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId, t.teamLetter)]
);
