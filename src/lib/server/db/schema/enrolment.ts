import { sql } from 'drizzle-orm';
import {
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
import { consentDecisions, consentKinds, consentMeans } from '$lib/domain/consent/consent';
import type { Attendance } from '$lib/domain/enrolment/session';
import type { Referred } from '$lib/domain/enrolment/referral';
import { guest } from './closing';
import { instant, keysOf, ofRally, ownerColumns, passedOn, recordColumns } from './columns';
import { participant, partner } from './people';
import { rally } from './rally';
import { sealed, sealedText } from './sealed';

/** An information session (information collective): who was asked and who came is in the record itself. */
export const informationSession = pgTable(
	'information_session',
	{
		...recordColumns(),
		date: date({ mode: 'string' }).notNull(),
		start: integer().notNull(),
		minutes: integer().notNull().default(90),
		place: text().notNull().default(''),
		address: text().notNull().default(''),
		places: integer(),
		note: text().notNull().default(''),
		/** Participant id → what became of them. */
		attendance: jsonb().$type<Record<string, Attendance>>().notNull().default({})
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId)]
);

/** Each decision on each consent, never changed nor erased: the last one counts, the others prove. */
export const consent = pgTable(
	'consent',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		participantId: uuid()
			.notNull()
			.references(() => participant.id, { onDelete: 'cascade' }),
		kind: text({ enum: keysOf(consentKinds) }).notNull(),
		decision: text({ enum: keysOf(consentDecisions) }).notNull(),
		decidedOn: date({ mode: 'string' }).notNull(),
		textVersion: text().notNull(),
		means: text({ enum: keysOf(consentMeans) }).notNull(),
		/** Who decided, when it is not the person: the legal representative of a minor. */
		decidedBy: sealedText('consent.decided_by'),
		recordedBy: text().notNull(),
		recordedAt: instant().notNull().defaultNow(),
		...passedOn()
	},
	(t) => [ofRally(t, rally), index().on(t.participantId), index().on(t.rallyId)]
);

/** A person whom a prescriber sent by their link, with what the prescriber typed until the place is confirmed. */
export const referral = pgTable(
	'referral',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		partnerId: uuid()
			.notNull()
			.references(() => partner.id, { onDelete: 'cascade' }),
		participantId: uuid()
			.notNull()
			.references(() => participant.id, { onDelete: 'cascade' }),
		firstName: text().notNull(),
		sent: sealed<Referred>('referral.sent'),
		/** Fields that they corrected and the organiser had written otherwise: to be accepted or ignored. */
		clashes: jsonb().$type<(keyof Referred)[]>().notNull().default([]),
		version: integer().notNull().default(1),
		createdAt: instant().notNull().defaultNow(),
		updatedAt: instant().notNull().defaultNow(),
		/** Both told, and still about the record it was: the prescriber had sent the other one too, and sees one line. */
		...passedOn()
	},
	(t) => [ofRally(t, rally), index().on(t.partnerId), unique().on(t.partnerId, t.participantId)]
);

/**
 * A page without an account: a prescriber's (`partnerId`) or a participant's own (`participantId`). The token is
 * never stored: it is signed from this row (use-cases/personal-links/link-token.ts).
 */
export const personalLink = pgTable(
	'personal_link',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		partnerId: uuid().references(() => partner.id, { onDelete: 'cascade' }),
		participantId: uuid().references(() => participant.id, { onDelete: 'cascade' }),
		guestId: uuid().references(() => guest.id, { onDelete: 'cascade' }),
		tokenHash: text().notNull().unique(),
		expiresAt: instant().notNull(),
		revokedAt: instant(),
		createdAt: instant().notNull().defaultNow(),
		createdBy: text().notNull(),
		lastSeenAt: instant()
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId),
		check('personal_link_one', sql`num_nonnulls(${t.partnerId}, ${t.participantId}, ${t.guestId}) = 1`),
		// One open address each; those closed are kept as a trace.
		uniqueIndex('personal_link_partner')
			.on(t.partnerId)
			.where(sql`${t.revokedAt} is null`),
		uniqueIndex('personal_link_participant')
			.on(t.participantId)
			.where(sql`${t.revokedAt} is null`),
		uniqueIndex('personal_link_guest')
			.on(t.guestId)
			.where(sql`${t.revokedAt} is null`)
	]
);
