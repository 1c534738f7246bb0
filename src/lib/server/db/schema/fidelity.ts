import { index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { gridScorers } from '$lib/domain/fidelity/grid';
import { gridLevels, principles } from '$lib/domain/fidelity/principles';
import { keysOf, ofRally, ownerColumns, signedColumns } from './columns';
import { rally } from './rally';

/**
 * What somebody says of one principle of the fidelity grid: the organiser's answer and the federation's are two rows,
 * and what the data proposes is in neither.
 */
export const fidelityScore = pgTable(
	'fidelity_score',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		principle: text({ enum: keysOf(principles) }).notNull(),
		scorer: text({ enum: keysOf(gridScorers) }).notNull(),
		/** Null for a comment without an answer. */
		level: text({ enum: gridLevels }),
		comment: text().notNull().default(''),
		/** Grows by one at each change; a save that names an older one is refused. */
		version: integer().notNull().default(1),
		...signedColumns()
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId), unique().on(t.rallyId, t.principle, t.scorer)]
);
