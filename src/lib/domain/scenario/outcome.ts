import { typeset } from '../french';
import type { PlanProof } from '../plan';

/** What is known of a plan that was looked for: a proof is one thing, running out of time another. */
export type Outcome = 'holds' | 'proved-impossible' | 'not-found-in-time' | 'by-hand';

interface Looked {
	proof: PlanProof;
	/** Whether charter and promises hold, and nothing is refused. */
	holds: boolean;
	/** Whether somebody changed it since it was found. */
	byHand: boolean;
}

export function outcomeOf({ proof, holds, byHand }: Looked): Outcome {
	if (byHand) return 'by-hand';
	if (holds) return 'holds';
	return proof === 'infeasible' ? 'proved-impossible' : 'not-found-in-time';
}

export const outcomeLabels: Record<Outcome, string> = {
	holds: 'tout tient',
	'proved-impossible': 'prouvé impossible',
	'not-found-in-time': 'pas trouvé à temps',
	'by-hand': 'modifié à la main'
};

const sentences: Record<Outcome, string> = {
	holds: 'Charte et promesses tiennent.',
	'proved-impossible':
		'Il est prouvé qu’on ne peut pas tout tenir : chercher plus longtemps n’y changerait rien, il faut changer quelque chose.',
	'not-found-in-time':
		'Pas trouvé dans le temps donné : peut-être existe-t-il un planning qui tient tout. Cherchez plus longtemps avant de conclure.',
	'by-hand': 'Modifié à la main : rien ne dit s’il en existe un meilleur.'
};
export const outcomeSentence = (outcome: Outcome): string => typeset(sentences[outcome]);
