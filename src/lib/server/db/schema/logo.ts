import { customType, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { logoKinds, type PictureHead } from '$lib/domain/network/logo';
import { organization } from './auth';
import { instant, keysOf } from './columns';

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
