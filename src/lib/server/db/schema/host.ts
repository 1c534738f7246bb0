import { sql } from 'drizzle-orm';
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { ProposedChange } from '$lib/domain/host-answer';
import { declineReasons } from '$lib/domain/mobilisation/pipeline';
import { company } from './company';
import { instant, keysOf, ofRally } from './columns';
import { rally } from './rally';

const ofCompany = () => ({
	id: uuid().primaryKey().defaultRandom(),
	organizationId: text().notNull(),
	rallyId: uuid().notNull(),
	companyId: uuid()
		.notNull()
		.references(() => company.id, { onDelete: 'cascade' })
});

/** A company's page without an account. The token itself is never stored: it is signed from this row (see host-links/link-token.ts). */
export const hostLink = pgTable(
	'host_link',
	{
		...ofCompany(),
		tokenHash: text().notNull().unique(),
		expiresAt: instant().notNull(),
		revokedAt: instant(),
		createdAt: instant().notNull().defaultNow(),
		createdBy: text().notNull(),
		lastSeenAt: instant()
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId, t.companyId),
		// One open address each; those closed are kept as a trace.
		uniqueIndex('host_link_open')
			.on(t.companyId)
			.where(sql`${t.revokedAt} is null`)
	]
);

/** What a company answered on its page: nothing of it holds until the organizer accepts it, field by field. */
export const hostAnswer = pgTable(
	'host_answer',
	{
		...ofCompany(),
		/** Grows at each change by the host or by an organizer; a decision that names an older one is refused. */
		version: integer().notNull().default(1),
		/** Field → what stood, what is asked for, what was decided. Empty: « rien ne change ». */
		changes: jsonb().$type<Record<string, ProposedChange>>().notNull().default({}),
		/** Why it cannot receive, when it says so: what the pipeline will keep. */
		reason: text({ enum: keysOf(declineReasons) }),
		/** A word to the organizer, and who writes. */
		note: text().notNull().default(''),
		signedBy: text().notNull().default(''),
		sentAt: instant().notNull().defaultNow(),
		/** When nothing was left to decide or to read, and by whom. */
		settledAt: instant(),
		settledBy: text(),
		/** The change of the company's record that the last decision made: undoing it opens the answer again. */
		changeId: uuid()
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId, t.sentAt),
		// A company that writes again before anybody decided corrects what it wrote.
		uniqueIndex('host_answer_open')
			.on(t.companyId)
			.where(sql`${t.settledAt} is null`)
	]
);
