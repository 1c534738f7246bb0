import { sql } from 'drizzle-orm';
import { check, customType, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'; // prettier-ignore
import { logoKinds, type PictureHead } from '$lib/domain/network/logo';
import { organization } from './auth';
import { company } from './company';
import { instant, keysOf, ofRally, ownerColumns } from './columns';
import { partner } from './people';
import { rally } from './rally';

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
	dataType: () => 'bytea',
	// Both drivers know a byte array by its class.
	toDriver: (value) => Buffer.from(value),
	fromDriver: (stored) => new Uint8Array(stored)
});

/** The pictures an organisation gave, small enough to stand beside the rest. */
export const organizationLogo = pgTable(
	'organization_logo',
	{
		organizationId: text()
			.notNull()
			.references(() => organization.id, { onDelete: 'cascade' }),
		kind: text({ enum: keysOf(logoKinds) }).notNull(),
		type: text().$type<PictureHead['type']>().notNull(),
		width: integer().notNull(),
		height: integer().notNull(),
		bytes: bytes().notNull(),
		version: integer().notNull().default(1),
		updatedAt: instant().notNull().defaultNow(),
		updatedBy: text().notNull()
	},
	(t) => [primaryKey({ columns: [t.organizationId, t.kind] })]
);

/**
 * The logo of a company that gives or of a partner, for one rally: on letters and bilans. Kept as text so that the
 * rally's archive carries it.
 */
export const supporterLogo = pgTable(
	'supporter_logo',
	{
		id: uuid().primaryKey().defaultRandom(),
		...ownerColumns(),
		companyId: uuid().references(() => company.id, { onDelete: 'cascade' }),
		partnerId: uuid().references(() => partner.id, { onDelete: 'cascade' }),
		type: text().$type<PictureHead['type']>().notNull(),
		width: integer().notNull(),
		height: integer().notNull(),
		/** The file, in base64. */
		file: text().notNull(),
		version: integer().notNull().default(1),
		updatedAt: instant().notNull().defaultNow(),
		updatedBy: text().notNull()
	},
	(t) => [
		ofRally(t, rally),
		check('supporter_logo_one', sql`num_nonnulls(${t.companyId}, ${t.partnerId}) = 1`),
		uniqueIndex('supporter_logo_company').on(t.companyId),
		uniqueIndex('supporter_logo_partner').on(t.partnerId),
		index().on(t.rallyId)
	]
);
