import { known, notCommunicated, notEvaluated, type Measured } from '../figures/measured';
import { MASK_FLOOR } from '../figures/mask';
import { standing, type Answer } from './answer-sheet';
import { dimensions, instrumentNamed, type Dimension, type Moment } from './instruments';

/** A measure is never told without how many it stands on, out of how many asked. */
export interface Rated {
	/** Missing is « ne » while it cannot have been asked, « nc » afterwards; never 0. */
	value: Measured;
	/** How many the value stands on. */
	answered: number;
	asked: number;
	/** 0…1; null when nobody was asked. */
	rate: number | null;
}

export interface DimensionSummary {
	dimension: Dimension;
	definition: string;
	before: Rated | null;
	after: Rated;
	/** Mean of each one's own change, over those who answered both times: `answered` is that number of pairs. */
	change: Rated | null;
}

export interface Asked {
	/** Ids of those who can be asked: participants who came, companies that received, partners engaged. */
	subjects: readonly string[];
	/** Whether that moment has come. */
	come: Record<Moment, boolean>;
}

export const rated = (value: Measured, answered: number, asked: number): Rated => ({
	value,
	answered,
	asked,
	rate: asked > 0 ? answered / asked : null
});

/**
 * Somebody's score in a dimension, 0…5: the mean of their items, when they answered at least half of them. Null
 * otherwise: two words out of four items are not a measure.
 */
export function scoreOf({ instrument, sheet }: Pick<Answer, 'instrument' | 'sheet'>, dimension: Dimension) {
	const items = instrumentNamed(instrument)?.items.filter((item) => item.dimension === dimension) ?? [];
	const scores = items.flatMap(({ key }) => sheet.scores[key] ?? []);
	return scores.length > 0 && scores.length * 2 >= items.length ? mean(scores) : null;
}

export function dimensionSummary(
	dimension: Dimension,
	answers: readonly Answer[],
	{ subjects, come }: Asked
): DimensionSummary {
	const { audience, moments } = dimensions[dimension];
	const asked = new Set(subjects);
	const scoresAt = (moment: Moment): Map<string, number> =>
		new Map(
			standing(answers)
				.filter((one) => one.audience === audience && one.moment === moment && asked.has(one.subject))
				.flatMap((one) => {
					const score = scoreOf(one, dimension);
					return score === null ? [] : [[one.subject, score]];
				})
		);
	const missing = (moment: Moment): Measured => (come[moment] ? notCommunicated : notEvaluated);
	const told = (scores: readonly number[], moment: Moment): Rated =>
		rated(scores.length > 0 ? known(mean(scores)) : missing(moment), scores.length, asked.size);

	const [before, after] = [scoresAt('before'), scoresAt('after')];
	const pairs = [...after].flatMap(([subject, score]) => {
		const first = before.get(subject);
		return first === undefined || first === null ? [] : [score - first];
	});
	const paired = (moments as readonly Moment[]).includes('before');
	return {
		dimension,
		definition: paired
			? 'Moyenne de 0 à 5. L’évolution est la moyenne des évolutions de chaque personne, parmi celles qui ont répondu avant et après ; les autres n’y sont pas.'
			: 'Moyenne de 0 à 5 parmi celles et ceux qui ont répondu.',
		before: paired ? told([...before.values()], 'before') : null,
		after: told([...after.values()], 'after'),
		change: paired ? told(pairs, 'after') : null
	};
}

/** As it may leave the organiser: a mean that stands on fewer than five people is not communicated. */
export const withoutFew = (figure: Rated): Rated =>
	figure.value.is === 'value' && figure.answered < MASK_FLOOR
		? { ...figure, value: notCommunicated }
		: figure;

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
