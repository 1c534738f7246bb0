import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { guestKinds, guestReplies } from '$lib/domain/closing/guests';
import { rallySheets, type SheetContent } from '$lib/domain/closing/rally-sheet';
import { company } from './company';
import { instant, keysOf, ofRally, ownerColumns, recordColumns } from './columns';
import { partner } from './people';
import { rally } from './rally';

/** An invitation to the closing. */
export const guest = pgTable(
	'guest',
	{
		...recordColumns(),
		name: text().notNull(),
		organisation: text().notNull().default(''),
		kind: text({ enum: keysOf(guestKinds) }).notNull(),
		/** The company or the partner it was invited for, when it is one of the rally's. */
		companyId: uuid().references(() => company.id, { onDelete: 'set null' }),
		partnerId: uuid().references(() => partner.id, { onDelete: 'set null' }),
		people: integer().notNull().default(1),
		reply: text({ enum: keysOf(guestReplies) })
			.notNull()
			.default('waiting'),
		coming: integer(),
		came: integer(),
		note: text().notNull().default('')
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId),
		check('guest_people', sql`${t.people} between 1 and 99 and ${t.coming} between 0 and 99 and ${t.came} between 0 and 99`) // prettier-ignore
	]
);

/** What is written once for a rally and saved whole: see domain/closing/rally-sheet.ts. */
export const rallySheet = pgTable(
	'rally_sheet',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		kind: text({ enum: keysOf(rallySheets) }).notNull(),
		content: jsonb().$type<SheetContent>().notNull(),
		version: integer().notNull().default(1),
		updatedBy: text().notNull(),
		updatedAt: instant().notNull().defaultNow()
	},
	(t) => [ofRally(t, rally), uniqueIndex('rally_sheet_kind').on(t.rallyId, t.kind)]
);
