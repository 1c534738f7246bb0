import { boolean, integer, pgTable, text, timestamp, uniqueIndex, index, bigint } from 'drizzle-orm/pg-core';
import { carrierNetworks } from '$lib/domain/carrier-networks/networks';
import { organizerNetworks, type OrganizerNetwork } from '$lib/domain/rally';
import { keysOf } from './columns';

/** Accounts, sessions and organisations, in the shape better-auth's drizzle adapter and organization plugin expect. */
const at = () => timestamp({ withTimezone: true, mode: 'date' });

export const user = pgTable('user', {
	id: text().primaryKey(),
	name: text().notNull(),
	email: text().notNull().unique(),
	emailVerified: boolean().notNull().default(false),
	image: text(),
	createdAt: at().notNull().defaultNow(),
	updatedAt: at().notNull().defaultNow()
});

export const session = pgTable(
	'session',
	{
		id: text().primaryKey(),
		token: text().notNull().unique(),
		userId: text()
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		expiresAt: at().notNull(),
		ipAddress: text(),
		userAgent: text(),
		activeOrganizationId: text(),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.userId)]
);

export const account = pgTable(
	'account',
	{
		id: text().primaryKey(),
		accountId: text().notNull(),
		providerId: text().notNull(),
		userId: text()
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		accessToken: text(),
		refreshToken: text(),
		idToken: text(),
		accessTokenExpiresAt: at(),
		refreshTokenExpiresAt: at(),
		scope: text(),
		password: text(),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.userId)]
);

export const verification = pgTable(
	'verification',
	{
		id: text().primaryKey(),
		identifier: text().notNull(),
		value: text().notNull(),
		expiresAt: at().notNull(),
		createdAt: at().notNull().defaultNow(),
		updatedAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.identifier)]
);

export const rateLimit = pgTable('rate_limit', {
	id: text().primaryKey(),
	key: text().notNull().unique(),
	count: integer().notNull(),
	lastRequest: bigint({ mode: 'number' }).notNull()
});

export const organization = pgTable('organization', {
	id: text().primaryKey(),
	name: text().notNull(),
	slug: text().notNull().unique(),
	logo: text(),
	metadata: text(),
	network: text({ enum: keysOf(organizerNetworks) })
		.$type<OrganizerNetwork>()
		.notNull()
		.default('other'),
	carrierNetworks: text({ enum: keysOf(carrierNetworks) })
		.array()
		.notNull()
		.default([]),
	createdAt: at().notNull().defaultNow()
});

export const member = pgTable(
	'member',
	{
		id: text().primaryKey(),
		organizationId: text()
			.notNull()
			.references(() => organization.id, { onDelete: 'cascade' }),
		userId: text()
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		role: text().notNull().default('reader'),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [uniqueIndex().on(t.organizationId, t.userId), index().on(t.userId)]
);

export const invitation = pgTable(
	'invitation',
	{
		id: text().primaryKey(),
		organizationId: text()
			.notNull()
			.references(() => organization.id, { onDelete: 'cascade' }),
		email: text().notNull(),
		role: text(),
		status: text().notNull().default('pending'),
		expiresAt: at().notNull(),
		inviterId: text()
			.notNull()
			.references(() => user.id, { onDelete: 'cascade' }),
		createdAt: at().notNull().defaultNow()
	},
	(t) => [index().on(t.organizationId), index().on(t.email)]
);
