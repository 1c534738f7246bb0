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
	text,
	uuid
} from 'drizzle-orm/pg-core';
import { publics } from '$lib/domain/counting/public';
import {
	ageBands,
	diplomas,
	genders,
	liabilities,
	needs,
	participantStates,
	statuses
} from '$lib/domain/participant';
import type { Declaration } from '$lib/domain/declaration';
import { partnerCategories, partnerRoles } from '$lib/domain/partner';
import { sectors } from '$lib/domain/sector';
import { vehicleKinds, vehicleOwners } from '$lib/domain/vehicle';
import { company } from './company';
import { keysOf, ofRally, recordColumns } from './columns';
import { rally } from './rally';

export const participant = pgTable(
	'participant',
	{
		...recordColumns(),
		firstName: text().notNull(),
		lastName: text().notNull(),
		chosenName: text().notNull().default(''),
		state: text({ enum: keysOf(participantStates) })
			.notNull()
			.default('confirmed'),
		gender: text({ enum: keysOf(genders) }),
		ageBand: text({ enum: keysOf(ageBands) }),
		diploma: text({ enum: keysOf(diplomas) }),
		statuses: text({ enum: keysOf(statuses) })
			.array()
			.notNull()
			.default([]),
		formerSector: text({ enum: keysOf(sectors) }),
		prescriber: text().notNull().default(''),
		commune: text().notNull().default(''),
		postcode: text().notNull().default(''),
		phone: text().notNull().default(''),
		email: text().notNull().default(''),
		needs: text({ enum: keysOf(needs) })
			.array()
			.notNull()
			.default([]),
		hasIdPaper: boolean().notNull().default(true),
		absences: text().array().notNull().default([]),
		backBy: integer(),
		together: uuid().array().notNull().default([]),
		apart: uuid().array().notNull().default([]),
		referentName: text().notNull().default(''),
		referentPhone: text().notNull().default(''),
		referentEmail: text().notNull().default(''),
		emergencyName: text().notNull().default(''),
		emergencyPhone: text().notNull().default(''),
		liability: text({ enum: keysOf(liabilities) }),
		liabilityUntil: date({ mode: 'string' }),
		accessNote: text().notNull().default(''),
		diet: text().notNull().default(''),
		language: text().notNull().default(''),
		/** Place on the waiting list (see enrolment/waiting-list.ts): seconds since 1970; null stands for the creation. */
		waitingFrom: doublePrecision(),
		/** Who took the place, and from which half-day on; null from the start. */
		replacedById: uuid(),
		replacedFrom: text(),
		/** People who look alike and were said to be somebody else. */
		distinctFrom: uuid().array().notNull().default([])
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId)]
);

export const vehicle = pgTable(
	'vehicle',
	{
		...recordColumns(),
		name: text().notNull(),
		kind: text({ enum: keysOf(vehicleKinds) })
			.notNull()
			.default('car'),
		seats: integer().notNull().default(5),
		wheelchairPlaces: integer().notNull().default(0),
		owner: text({ enum: keysOf(vehicleOwners) })
			.notNull()
			.default('organizer'),
		ownerName: text().notNull().default(''),
		plate: text().notNull().default(''),
		insurance: jsonb().$type<Declaration>(),
		inspection: jsonb().$type<Declaration>(),
		absences: text().array().notNull().default([])
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId), check('vehicle_seats', sql`${t.seats} between 2 and 9`)]
);

export const accompanist = pgTable(
	'accompanist',
	{
		...recordColumns(),
		firstName: text().notNull(),
		lastName: text().notNull(),
		phone: text().notNull().default(''),
		email: text().notNull().default(''),
		drives: boolean().notNull().default(true),
		licence: jsonb().$type<Declaration>(),
		employer: text().notNull().default(''),
		employerCompanyId: uuid().references(() => company.id, { onDelete: 'set null' }),
		absences: text().array().notNull().default([])
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId)]
);

export const partner = pgTable(
	'partner',
	{
		...recordColumns(),
		name: text().notNull(),
		category: text({ enum: keysOf(partnerCategories) }).notNull(),
		roles: text({ enum: keysOf(partnerRoles) })
			.array()
			.notNull()
			.default([]),
		contactName: text().notNull().default(''),
		phone: text().notNull().default(''),
		email: text().notNull().default(''),
		invitedToClosing: boolean().notNull().default(false),
		targetPublic: text({ enum: keysOf(publics) }),
		targetCount: integer(),
		countsSiae: boolean().notNull().default(false)
	},
	(t) => [ofRally(t, rally), index().on(t.rallyId)]
);
