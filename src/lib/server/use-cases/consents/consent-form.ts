import { z } from 'zod';
import { consentKinds, consentMeans } from '$lib/domain/consent/consent';
import * as field from '../../fields';

/** A decision as the organiser writes it down. */
export const ConsentForm = z.object({
	kind: field.choice(consentKinds),
	decision: field.choice({ given: '', refused: '' }, 'Choisissez la réponse de la personne.'),
	decidedOn: field.date('Indiquez le jour où la personne a répondu.'),
	means: field.choice({ paper: consentMeans.paper, oral: consentMeans.oral }),
	decidedBy: field.text(120)
});
export type ConsentInput = z.output<typeof ConsentForm>;
