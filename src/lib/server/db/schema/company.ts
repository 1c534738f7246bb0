import { sql } from 'drizzle-orm';
import {
	boolean,
	check,
	date,
	doublePrecision,
	index,
	integer,
	jsonb,
	pgTable,
	text
} from 'drizzle-orm/pg-core';
import type { Located } from '$lib/domain/address';
import { companyKinds, companySizes, companyStates, type Slot } from '$lib/domain/company';
import { photoRules, safetyWear, unsuitedFor } from '$lib/domain/hosting';
import { contactModes } from '$lib/domain/mobilisation/contact';
import { declineReasons, nextSteps } from '$lib/domain/mobilisation/pipeline';
import { precisions } from '$lib/domain/rally';
import { sectors } from '$lib/domain/sector';
import { keysOf, ofRally, recordColumns } from './columns';
import { rally } from './rally';

/** What the pipeline keeps of a company. Its own words, for organizers alone: never in a dossier nor a document. */
const pipelineColumns = () => ({
	ownerId: text(),
	nextStep: text({ enum: keysOf(nextSteps) }),
	nextStepOn: date({ mode: 'string' }),
	nextStepNote: text().notNull().default(''),
	declineReason: text({ enum: keysOf(declineReasons) }),
	declineNote: text().notNull().default(''),
	withdrew: boolean().notNull().default(false),
	pausedUntil: date({ mode: 'string' }),
	mayBeNamed: boolean().notNull().default(false),
	introducedBy: text().notNull().default('')
});

export const company = pgTable(
	'company',
	{
		...recordColumns(),
		name: text().notNull(),
		siret: text(),
		naf: text(),
		sector: text({ enum: keysOf(sectors) }).notNull(),
		customSector: text(),
		size: text({ enum: keysOf(companySizes) }),
		kind: text({ enum: keysOf(companyKinds) })
			.notNull()
			.default('private'),
		state: text({ enum: keysOf(companyStates) })
			.notNull()
			.default('identified'),
		address: text().notNull().default(''),
		postcode: text().notNull().default(''),
		commune: text().notNull().default(''),
		longitude: doublePrecision(),
		latitude: doublePrecision(),
		precision: text({ enum: keysOf(precisions) }),
		located: jsonb().$type<Located>(),
		contactName: text().notNull().default(''),
		contactRole: text().notNull().default(''),
		contactPhone: text().notNull().default(''),
		contactEmail: text().notNull().default(''),
		contactMode: text({ enum: keysOf(contactModes) }),
		arrivalNote: text().notNull().default(''),
		slots: jsonb().$type<Slot[]>().notNull().default([]),
		visitMinutes: integer(),
		teamsAtOnce: integer().notNull().default(1),
		peopleAtOnce: integer().notNull().default(8),
		visitsMin: integer().notNull().default(1),
		visitsMax: integer().notNull().default(6),
		turnaroundMinutes: integer().notNull().default(0),
		requiresIdPaper: boolean().notNull().default(false),
		minAge: integer(),
		stepFree: boolean().notNull().default(false),
		safetyNote: text().notNull().default(''),
		hiring: boolean().notNull().default(false),
		hiringNote: text().notNull().default(''),
		welcomeName: text().notNull().default(''),
		welcomePhone: text().notNull().default(''),
		entranceLongitude: doublePrecision(),
		entranceLatitude: doublePrecision(),
		parkingNote: text().notNull().default(''),
		wear: text({ enum: keysOf(safetyWear) })
			.array()
			.notNull()
			.default([]),
		wearLent: text({ enum: keysOf(safetyWear) })
			.array()
			.notNull()
			.default([]),
		unsuited: text({ enum: keysOf(unsuitedFor) })
			.array()
			.notNull()
			.default([]),
		namesDaysAhead: integer(),
		photos: text({ enum: keysOf(photoRules) }),
		tradesShown: text().notNull().default(''),
		romeCodes: text().array().notNull().default([]),
		/** As OpenStreetMap writes opening_hours; '' when nobody said. */
		openingHours: text().notNull().default(''),
		/** Address of its page on Acceslibre. */
		acceslibre: text().notNull().default(''),
		...pipelineColumns()
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId),
		check('company_capacity', sql`${t.teamsAtOnce} >= 1 and ${t.peopleAtOnce} >= 1`),
		check('company_visits', sql`${t.visitsMin} >= 0 and ${t.visitsMax} >= ${t.visitsMin}`),
		check('company_position', sql`(${t.longitude} is null) = (${t.latitude} is null)`),
		check('company_entrance', sql`(${t.entranceLongitude} is null) = (${t.entranceLatitude} is null)`)
	]
);
