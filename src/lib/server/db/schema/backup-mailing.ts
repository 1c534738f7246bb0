import { sql } from 'drizzle-orm';
import { check, date, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { instant, ofRally } from './columns';
import { rally } from './rally';

/** To whom the backup pack of a rally goes the evening before each of its days, and how the last sending ended. */
export const backupMailing = pgTable(
	'backup_mailing',
	{
		rallyId: uuid().primaryKey(),
		organizationId: text().notNull(),
		/** Empty: nothing is sent. */
		email: text().notNull(),
		/** Minutes since midnight, in France, the day before. */
		at: integer().notNull(),
		/** Grows by one at each change; a save that names an older one is refused. */
		version: integer().notNull().default(1),
		updatedAt: instant().notNull().defaultNow(),
		updatedBy: text().notNull(),
		/** The day of the rally for which it was sent last, or is being sent. */
		sentFor: date({ mode: 'string' }),
		sentAt: instant(),
		/** Since when it fails: tried again a while after. */
		failedAt: instant()
	},
	(t) => [ofRally(t, rally), check('backup_mailing_at', sql`${t.at} between 0 and 1439`)]
);
