import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import {
	ageBands,
	diplomas,
	genders,
	liabilities,
	needs,
	participantStates,
	statuses
} from '$lib/domain/participant';
import { sectors } from '$lib/domain/sector';
import { participant } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** Written by the acts of enrolment (use-cases/enrolment), never typed. */
const placeOnTheList = {
	waitingFrom: true,
	replacedById: true,
	replacedFrom: true,
	distinctFrom: true
} as const;

/** What the form of a participant sends, read into the table's own columns. */
export const ParticipantForm = createInsertSchema(participant, {
	firstName: field.required('Écrivez le prénom.', 80),
	lastName: field.required('Écrivez le nom.', 80),
	chosenName: field.text(80),
	state: field.choice(participantStates),
	gender: field.choiceOrNull(genders),
	ageBand: field.choiceOrNull(ageBands),
	diploma: field.choiceOrNull(diplomas),
	statuses: field.choices(statuses),
	formerSector: field.choiceOrNull(sectors),
	prescriber: field.text(120),
	commune: field.text(80),
	postcode: field.postcode(),
	phone: field.phone(),
	email: field.email(),
	needs: field.choices(needs),
	hasIdPaper: field.ticked(),
	absences: field.absences(),
	backBy: field.clockOrNull(),
	together: field.ids(),
	apart: field.ids(),
	referentName: field.text(120),
	referentPhone: field.phone(),
	referentEmail: field.email(),
	emergencyName: field.text(120),
	emergencyPhone: field.phone(),
	liability: field.choiceOrNull(liabilities),
	liabilityUntil: field.dateOrNull(),
	accessNote: field.text(300),
	diet: field.text(200),
	language: field.text(200)
}).omit({ ...bookkeeping, ...placeOnTheList });

export type ParticipantInput = z.output<typeof ParticipantForm>;
