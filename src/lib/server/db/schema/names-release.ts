import { index, integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { company } from './company';
import { instant, ofRally, ownerColumns } from './columns';
import { rally } from './rally';

/** Whose names an organizer said to have given to a company, and when: ids only, kept as a trace and never changed. */
export const namesRelease = pgTable(
	'names_release',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		companyId: uuid()
			.notNull()
			.references(() => company.id, { onDelete: 'cascade' }),
		/** Version of the plan the list was made from. */
		planNumber: integer().notNull(),
		participantIds: jsonb().$type<string[]>().notNull(),
		releasedAt: instant().notNull().defaultNow(),
		releasedBy: text().notNull()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId, t.companyId)]
);
