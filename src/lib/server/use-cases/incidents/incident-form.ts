import { z } from 'zod';
import type { IncidentSlug } from '$lib/domain/incident/incident';
import type { Incident } from '$lib/solver/hand/incidents/incident';
import { DraftChange } from '../draft/draft-changes';
import { clockOrNull, dateOrNull, ids, whole } from '../../fields';

/** What is asked about each thing that happens. */
export const IncidentForms = {
	absence: z
		.object({ people: ids().refine((people) => people.length > 0, 'Dites qui est absent.') })
		.transform(({ people }): Incident => ({ kind: 'absent', people })),
	accompagnateur: z
		.object({ accompanist: z.uuid('Dites qui manque.') })
		.transform(({ accompanist }): Incident => ({ kind: 'no-accompanist', accompanist })),
	vehicule: z
		.object({ vehicle: z.uuid('Dites quel véhicule manque.') })
		.transform(({ vehicle }): Incident => ({ kind: 'no-vehicle', vehicle })),
	entreprise: z
		.object({ company: z.uuid('Dites quelle entreprise ferme.'), date: dateOrNull(), from: clockOrNull() })
		.transform(({ company, date, from }): Incident => ({
			kind: 'company-closed',
			company,
			date,
			from: from ?? 0
		})),
	retard: z
		.object({
			team: z.string().regex(/^[A-Z]{1,2}$/, 'Dites quelle équipe est en retard.'),
			minutes: whole(5, 300)
		})
		.transform(({ team, minutes }): Incident => ({ kind: 'late', team, minutes })),
	arrivee: z
		.object({ person: z.uuid('Dites qui arrive.') })
		.transform(({ person }): Incident => ({ kind: 'one-more', person }))
} satisfies Record<IncidentSlug, z.ZodType<Incident>>;

/** What was chosen among what was proposed: sent back as it was given. */
export const ChosenRemedy = z.object({
	base: whole(1, 1_000_000),
	changes: z
		.string()
		.max(200_000)
		.transform((text, context) => {
			try {
				return JSON.parse(text) as unknown;
			} catch {
				context.addIssue({ code: 'custom', message: 'Cette proposition n’a pas pu être lue.' });
				return z.NEVER;
			}
		})
		.pipe(z.array(DraftChange).min(1).max(2000))
});
