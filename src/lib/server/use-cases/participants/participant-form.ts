import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { ageBands, diplomas, genders, needs, participantStates, statuses } from '$lib/domain/participant';
import { sectors } from '$lib/domain/sector';
import { participant } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

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
	apart: field.ids()
}).omit(bookkeeping);

export type ParticipantInput = z.output<typeof ParticipantForm>;
