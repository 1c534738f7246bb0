import { bigint, index, integer, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import { challengeKinds, challengeScopes } from '$lib/domain/challenge/library';
import type { Said } from '$lib/domain/day/event';
import { instant, keysOf, ofRally, ownerColumns, recordColumns } from './columns';
import { participant } from './people';
import { rally } from './rally';
import { sealed } from './sealed';

/**
 * The log of the rally's days: what teams' phones and organisers said, in the order it was received. Lines are added
 * only; what is taken back is taken back by another line.
 */
export const dayEvent = pgTable(
	'day_event',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		/** 1, 2, 3… within the rally, in the order of arrival. */
		number: integer().notNull(),
		/** Given by the phone: one line for it, however often it is sent. */
		clientId: uuid().notNull(),
		/** The phone's own random name, or « organizer ». It says nothing of whose it is. */
		phone: text().notNull(),
		sequence: integer().notNull(),
		clock: instant().notNull(),
		/** Milliseconds to add to `clock`. */
		offset: bigint({ mode: 'number' }).notNull(),
		planNumber: integer().notNull(),
		teamLetter: text(),
		/** The organiser; empty for a phone. */
		by: text().notNull().default(''),
		/** Whom it is about, so that it goes when their record does. */
		participantId: uuid().references(() => participant.id, { onDelete: 'cascade' }),
		/** Who was absent, what went wrong, in words: nothing that a copy of the base should tell. */
		said: sealed<Said>('day_event.said').notNull(),
		arrivedAt: instant().notNull().defaultNow()
	},
	(t) => [
		ofRally(t, rally),
		unique().on(t.rallyId, t.clientId),
		unique().on(t.rallyId, t.number),
		index().on(t.rallyId, t.teamLetter)
	]
);

/** A challenge that the organiser wrote for a rally, beside those of the library. */
export const ownChallenge = pgTable(
	'own_challenge',
	{
		...recordColumns(),
		kind: text({ enum: keysOf(challengeKinds) }).notNull(),
		scope: text({ enum: keysOf(challengeScopes) }).notNull(),
		name: text().notNull(),
		/** What the team is asked. */
		text: text().notNull(),
		/** The most it brings. */
		points: integer().notNull()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId), index().on(t.organizationId)]
);

/** The challenges, of the library (domain/challenge) or its own, that this rally gives. */
export const chosenChallenge = pgTable(
	'chosen_challenge',
	{
		...ownerColumns(),
		challengeId: text().notNull(),
		chosenBy: text().notNull(),
		chosenAt: instant().notNull().defaultNow()
	},
	(t) => [primaryKey({ columns: [t.rallyId, t.challengeId] }), ofRally(t, rally)]
);
