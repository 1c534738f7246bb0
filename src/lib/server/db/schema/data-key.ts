import { pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns';

/** The keys that something here is sealed with: their names and a known text sealed with each, never a key. */
export const dataKey = pgTable('data_key', {
	id: text().primaryKey(),
	probe: text().notNull(),
	addedAt: instant().notNull().defaultNow(),
	/** When everything was seen to be sealed with this key and no other; null while something is left to seal. */
	completeAt: instant()
});
