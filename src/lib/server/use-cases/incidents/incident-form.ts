import { z } from 'zod';
import { readHalfDay, type HalfDay } from '$lib/domain/calendar';
import type { IncidentSlug } from '$lib/domain/incident/incident';
import type { Incident } from '$lib/solver/hand/incidents/incident';
import type { Away } from './away-for-half-day';
import { DraftChange } from '../draft/draft-changes';
import { clockOrNull, dateOrNull, ids, whole } from '../../fields';

const half = z.string().refine((text) => readHalfDay(text) !== null, 'Choisissez une demi-journée.').transform((text) => text as HalfDay); // prettier-ignore

/** What is asked about each thing that happens. */
export const IncidentForms = {
	absence: z
		.object({
			people: ids().refine((people) => people.length > 0, 'Dites qui est absent.'),
			/** Empty: to the end of the rally. */
			lasting: z.union([z.literal(''), half]).default('')
		})
		.transform(({ people, lasting }): Incident | Away =>
			lasting === '' ? { kind: 'absent', people } : { kind: 'away', people, half: lasting }
		),
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
} satisfies Record<IncidentSlug, z.ZodType<Incident | Away>>;

/** Who is noted absent for one half-day. */
export const NotedAway = z
	.object({ people: ids().refine((people) => people.length > 0), half })
	.transform((away): Away => ({ kind: 'away', ...away }));

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
