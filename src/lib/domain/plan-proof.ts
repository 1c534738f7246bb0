import { number, typeset } from './french';
import type { Plan } from './plan';

/** Whether charter, promises and the checker have nothing to say. */
export const holds = ({ levels, violations }: Pick<Plan, 'levels' | 'violations'>): boolean =>
	violations.length === 0 && levels.every(({ name, value }) => name === 'comfort' || value === 0);

/** What is known of a plan's distance from the best there is: a proof is one thing, running out of time another. */
export const proofSentence = (plan: Pick<Plan, 'proof' | 'levels' | 'violations' | 'byHand'>): string =>
	typeset(said(plan));

function said(plan: Pick<Plan, 'proof' | 'levels' | 'violations' | 'byHand'>): string {
	const level = (name: string) => plan.levels.find((of) => of.name === name) ?? { value: 0, bound: 0 };
	const reached = ({ value, bound }: { value: number; bound: number }) => value === bound;
	if (plan.byHand) return 'Modifié à la main : rien ne dit s’il en existe un meilleur.';
	if (plan.proof === 'infeasible')
		return reached(level('charter')) && reached(level('promises'))
			? 'Il est prouvé qu’on ne peut pas tout tenir : ce planning est celui qui manque le moins.'
			: 'Il est prouvé qu’on ne peut pas tout tenir ; peut-être peut-on manquer un peu moins.';
	if (!holds(plan))
		return 'Pas mieux trouvé dans le temps donné : ce n’est pas une preuve que c’est impossible. Relancez avec plus de temps.';
	const comfort = level('comfort');
	const gap =
		comfort.bound > 0 ? Math.round(((comfort.value - comfort.bound) / comfort.bound) * 1000) / 10 : null;
	if (plan.proof === 'optimal' || gap === 0) return 'C’est le meilleur planning possible, et c’est prouvé.';
	// A bound too loose to mean anything is not a figure to show.
	if (gap !== null && gap <= 100)
		return `Il est au plus à ${number(gap)} % du meilleur possible pour le confort.`;
	return 'On ne sait pas encore s’il en existe un plus confortable.';
}
