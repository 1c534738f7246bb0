import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { noticeStates } from '$lib/domain/publication/notices';
import { recipientKinds, type Told } from '$lib/domain/publication/told';
import { derogationKinds } from '$lib/domain/publication/derogation';
import { instant, keysOf, ofRally, ownerColumns, signedColumns } from './columns';
import { plan } from './plan';
import { rally } from './rally';
import { sealedList, sealedText } from './sealed';

/** Each time a version came into force: who decided it, when, and which warnings they had read. Never changed. */
export const publication = pgTable(
	'publication',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		planId: uuid()
			.notNull()
			.references(() => plan.id, { onDelete: 'cascade' }),
		/** The version’s number within the rally. */
		number: integer().notNull(),
		warnings: sealedList<string>('publication.warnings'),
		/** Empty for what was published before anybody’s name was kept. */
		...signedColumns()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId, t.at)]
);

/** A rule broken knowingly, and why. Never erased: it is withdrawn, with who and when. */
export const derogation = pgTable(
	'derogation',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		/** The version that was looked at. */
		planId: uuid()
			.notNull()
			.references(() => plan.id, { onDelete: 'cascade' }),
		number: integer().notNull(),
		kind: text({ enum: keysOf(derogationKinds) }).notNull(),
		/** A rule’s id (« R05 »), or the sentence of what the plan breaks. */
		subject: text().notNull(),
		/** What was found when it was written, in words: tells later whether it still covers what is found. */
		covers: sealedList<string>('derogation.covers'),
		reason: sealedText('derogation.reason'),
		...signedColumns(),
		withdrawnBy: text(),
		withdrawnAt: instant()
	},
	(t) => [
		ofRally(t, rally),
		// One in force for each thing: whoever changes the reason withdraws the former one.
		uniqueIndex('derogation_standing')
			.on(t.rallyId, t.kind, t.subject)
			.where(sql`${t.withdrawnAt} is null`)
	]
);

/** Each time somebody was told of their hours: what, by which means, and what became of it. */
export const notice = pgTable(
	'notice',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		/** The version that was in force. */
		number: integer().notNull(),
		kind: text({ enum: keysOf(recipientKinds) }).notNull(),
		/** A company, an accompanist or a participant, as `kind` says. */
		recipientId: uuid().notNull(),
		/** The hours told: the next version is held against them. Neither a name nor anything about a person. */
		told: jsonb().$type<Told>().notNull(),
		state: text({ enum: keysOf(noticeStates) }).notNull(),
		/** The address written to; empty when told in another way. */
		sentTo: sealedText('notice.sent_to'),
		...signedColumns()
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId, t.at),
		// One letter on its way to somebody at a time: two people who press at once send one.
		uniqueIndex('notice_on_its_way')
			.on(t.rallyId, t.kind, t.recipientId)
			.where(sql`${t.state} = 'sending'`)
	]
);

/** « J’ai vu », said on a team’s page. */
export const planSeen = pgTable(
	'plan_seen',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		publicationId: uuid()
			.notNull()
			.references(() => publication.id, { onDelete: 'cascade' }),
		teamLetter: text().notNull(),
		seenAt: instant().notNull().defaultNow()
	},
	(t) => [ofRally(t, rally), unique().on(t.publicationId, t.teamLetter)]
);
