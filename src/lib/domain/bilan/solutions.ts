import { wordedEntry, type Wording } from '../figures/catalogue';
import { known } from '../figures/measured';
import type { RallyFigures } from '../figures/rally-figures';
import { countedInWords } from '../measure/follow-up-figures';
import type { Outcome } from '../measure/outcomes';

/** What a bilan counts as a solution: the funder's own list, when it has one. `own` is null without it. */
export const solutionsOf = (
	funder: { solutions: readonly Outcome[] } | null,
	usual: readonly Outcome[]
): { own: readonly Outcome[] | null; all: readonly Outcome[] } => {
	const own = funder && funder.solutions.length > 0 ? funder.solutions : null;
	return { own, all: own ?? usual };
};

/** The same figures, « solutions » counted by that list; as they are while situations are not known, or without a list. */
export function countedFor(figures: RallyFigures, own: readonly Outcome[] | null): RallyFigures {
	const { outcome } = figures.breakdowns;
	if (!own || !outcome || figures.figures.solutions.done.is !== 'value') return figures;
	const count = outcome.parts
		.filter(({ key }) => (own as readonly string[]).includes(key))
		.reduce((sum, part) => sum + part.count, 0);
	const { planned } = figures.figures.solutions;
	return { ...figures, figures: { ...figures.figures, solutions: { planned, done: known(count) } } };
}

/** The definition says which situations count here: two bilans of one rally may differ. */
export const sayingSolutions = (wording: Wording, counted: readonly Outcome[]): Wording => {
	const { label, definition } = wordedEntry('solutions', wording);
	return {
		...wording,
		solutions: { label, definition: `${definition} Ici : ${countedInWords(counted)}.` }
	};
};
