import { isNull } from 'drizzle-orm';
import {
	date,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	text,
	uniqueIndex,
	uuid
} from 'drizzle-orm/pg-core';
import type { RuleId } from '$lib/domain/charter/rule';
import type { AskedNumbers } from '$lib/domain/charter/version';
import type { FigureKey, Wording } from '$lib/domain/figures/catalogue';
import { libraryKinds, libraryStates } from '$lib/domain/network/library';
import { nameRightStates } from '$lib/domain/network/name-right';
import { territoryKinds } from '$lib/domain/network/territory';
import { organization } from './auth';
import { instant, keysOf, signedColumns } from './columns';

const ownerOf = () =>
	text()
		.notNull()
		.references(() => organization.id, { onDelete: 'cascade' });

/** Columns of what the federation keeps: whose it is, which version, who touched it last. */
const networkColumns = () => ({
	id: uuid().primaryKey().defaultRandom(),
	/** The federation's own organisation; the author's for a tool of the library. */
	organizationId: ownerOf(),
	version: integer().notNull().default(1),
	createdAt: instant().notNull().defaultNow(),
	updatedAt: instant().notNull().defaultNow(),
	updatedBy: text().notNull(),
	archivedAt: instant()
});

/** Each decision about an organisation's right to the name and the logo. Never changed: the last one holds. */
export const nameRight = pgTable(
	'name_right',
	{
		id: uuid().primaryKey().defaultRandom(),
		organizationId: ownerOf(),
		state: text({ enum: keysOf(nameRightStates) }).notNull(),
		reason: text().notNull().default(''),
		heldFrom: date({ mode: 'string' }).notNull(),
		...signedColumns()
	},
	(t) => [index().on(t.organizationId, t.at)]
);

/** A meeting of the network. */
export const networkMeeting = pgTable('network_meeting', {
	...networkColumns(),
	title: text().notNull(),
	heldOn: date({ mode: 'string' }).notNull(),
	place: text().notNull().default(''),
	note: text().notNull().default('')
});

/** Which organisations came: organisations, never people. */
export const meetingAttendance = pgTable(
	'meeting_attendance',
	{
		meetingId: uuid()
			.notNull()
			.references(() => networkMeeting.id, { onDelete: 'cascade' }),
		organizationId: ownerOf()
	},
	(t) => [primaryKey({ columns: [t.meetingId, t.organizationId] }), index().on(t.organizationId)]
);

/** Where an organisation works, as the federation knows it. */
export const organizationTerritory = pgTable(
	'organization_territory',
	{
		organizationId: ownerOf(),
		kind: text({ enum: keysOf(territoryKinds) }).notNull(),
		/** INSEE code: '07', '07019'. */
		code: text().notNull(),
		/** « Aubenas »; the département's name is known by its code. */
		name: text().notNull().default(''),
		...signedColumns()
	},
	(t) => [primaryKey({ columns: [t.organizationId, t.kind, t.code] }), index().on(t.kind, t.code)]
);

/** Games, letters and scripts that organisers share. */
export const libraryItem = pgTable(
	'library_item',
	{
		...networkColumns(),
		title: text().notNull(),
		kind: text({ enum: keysOf(libraryKinds) }).notNull(),
		body: text().notNull(),
		licence: text().notNull().default(''),
		state: text({ enum: keysOf(libraryStates) })
			.notNull()
			.default('proposed'),
		publishedAt: instant()
	},
	(t) => [index().on(t.state)]
);

/** A figure printed elsewhere, with its source: kept beside the bilans, never merged with them nor with another. */
export const citedFigure = pgTable('cited_figure', {
	...networkColumns(),
	year: integer().notNull(),
	label: text().notNull(),
	/** As printed: « 1 082 », « 35 % », « une quinzaine ». */
	value: text().notNull(),
	/** What it is a part of, and how it was counted; « non précisé » when the source does not say. */
	base: text().notNull().default(''),
	source: text().notNull(),
	/** When the source was published. */
	sourceOn: date({ mode: 'string' })
});

/** A rally that is announced before any organiser opened it here: « Juin, Drôme, dates à venir ». */
export const announcedRally = pgTable('announced_rally', {
	...networkColumns(),
	/** Who will organise it, in words. */
	organizer: text().notNull().default(''),
	department: text().notNull(),
	territory: text().notNull().default(''),
	/** `2027-06` */
	month: text().notNull(),
	note: text().notNull().default('')
});

/** A version of the charter, written by the federation. Once in force it does not change: rallies are prepared under it. */
export const charterVersion = pgTable(
	'charter_version',
	{
		...networkColumns(),
		label: text().notNull(),
		title: text().notNull(),
		inForceFrom: date({ mode: 'string' }).notNull(),
		numbers: jsonb().$type<AskedNumbers>().notNull(),
		says: jsonb().$type<Partial<Record<RuleId, string>>>().notNull()
	},
	(t) => [uniqueIndex().on(t.label).where(isNull(t.archivedAt))]
);

/** What the federation wants in every bilan sent to it, and in which words. */
export const indicatorCatalogue = pgTable('indicator_catalogue', {
	organizationId: ownerOf().primaryKey(),
	mandatory: jsonb().$type<FigureKey[]>().notNull(),
	/** Labels and definitions that it words otherwise than the code; what is counted stays in code. */
	wording: jsonb().$type<Wording>().notNull().default({}),
	version: integer().notNull().default(1),
	updatedAt: instant().notNull().defaultNow(),
	updatedBy: text().notNull()
});
