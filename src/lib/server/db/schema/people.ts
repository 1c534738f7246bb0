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
	genders,
	liabilities,
	participantStates,
	type Diploma,
	type Need,
	type Status
} from '$lib/domain/participant';
import type { Declaration } from '$lib/domain/declaration';
import { carrierNetworks } from '$lib/domain/carrier-networks/networks';
import { outcomes } from '$lib/domain/measure/outcomes';
import { fundingStates, partnerCategories, partnerRoles } from '$lib/domain/partner';
import { sectors } from '$lib/domain/sector';
import { vehicleKinds, vehicleOwners } from '$lib/domain/vehicle';
import { company } from './company';
import { keysOf, ofRally, recordColumns } from './columns';
import { rally } from './rally';
import { sealed, sealedList, sealedText } from './sealed';

/** Sealed: what tells of somebody's situation, health, wishes, or how to reach them. A name and a state are not. */
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
		diploma: sealed<Diploma>('participant.diploma'),
		statuses: sealedList<Status>('participant.statuses'),
		formerSector: text({ enum: keysOf(sectors) }),
		prescriber: sealedText('participant.prescriber'),
		commune: text().notNull().default(''),
		postcode: text().notNull().default(''),
		phone: sealedText('participant.phone'),
		email: sealedText('participant.email'),
		needs: sealedList<Need>('participant.needs'),
		hasIdPaper: sealed<boolean>('participant.has_id_paper')
			.notNull()
			.$default(() => true),
		absences: text().array().notNull().default([]),
		backBy: integer(),
		together: sealedList<string>('participant.together'),
		apart: sealedList<string>('participant.apart'),
		referentName: sealedText('participant.referent_name'),
		referentPhone: sealedText('participant.referent_phone'),
		referentEmail: sealedText('participant.referent_email'),
		emergencyName: sealedText('participant.emergency_name'),
		emergencyPhone: sealedText('participant.emergency_phone'),
		liability: text({ enum: keysOf(liabilities) }),
		liabilityUntil: date({ mode: 'string' }),
		accessNote: sealedText('participant.access_note'),
		diet: sealedText('participant.diet'),
		language: sealedText('participant.language'),
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
		countsSiae: boolean().notNull().default(false),
		fundingState: text({ enum: keysOf(fundingStates) }),
		promisedCents: integer(),
		grantedCents: integer(),
		callReference: text().notNull().default(''),
		bilanDueOn: date({ mode: 'string' }),
		bilanFormat: text().notNull().default(''),
		carrierNetworks: text({ enum: keysOf(carrierNetworks) })
			.array()
			.notNull()
			.default([]),
		/** Empty: what the organiser counts. */
		solutions: text({ enum: keysOf(outcomes) })
			.array()
			.notNull()
			.default([])
	},
	(t) => [
		ofRally(t, rally),
		index().on(t.rallyId),
		check('partner_amounts', sql`${t.promisedCents} >= 0 and ${t.grantedCents} >= 0`)
	]
);
