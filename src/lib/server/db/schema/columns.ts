import { foreignKey, integer, text, timestamp, uuid, type AnyPgColumn } from 'drizzle-orm/pg-core';

/** The keys of a record of labels, as drizzle and zod want an enumeration. */
export const keysOf = <K extends string>(labels: Record<K, unknown>) => Object.keys(labels) as [K, ...K[]];

export const instant = () => timestamp({ withTimezone: true, mode: 'date' });

/** Whose a row is: see `ofRally`. */
export const ownerColumns = () => ({ organizationId: text().notNull(), rallyId: uuid().notNull() });

/** Who wrote a row, and when. */
export const signedColumns = () => ({ by: text().notNull(), at: instant().notNull().defaultNow() });

/** Columns of every record that people edit: whose it is, which version, who touched it last. */
export const recordColumns = () => ({
	id: uuid().primaryKey().defaultRandom(),
	...ownerColumns(),
	/** Grows by one at each change; a save that names an older one is refused. */
	version: integer().notNull().default(1),
	createdAt: instant().notNull().defaultNow(),
	updatedAt: instant().notNull().defaultNow(),
	updatedBy: text().notNull(),
	archivedAt: instant()
});

/**
 * What follows a person whose two records became one: the record it was about, and the change that united them, so
 * that undoing it gives everything back.
 */
export const passedOn = () => ({ passedFrom: uuid(), passedBy: uuid() });

/** A row names its organisation and its rally, and the two cannot disagree. */
export const ofRally = (
	row: { rallyId: AnyPgColumn; organizationId: AnyPgColumn },
	rally: { id: AnyPgColumn; organizationId: AnyPgColumn }
) =>
	foreignKey({
		columns: [row.rallyId, row.organizationId],
		foreignColumns: [rally.id, rally.organizationId]
	}).onDelete('cascade');
