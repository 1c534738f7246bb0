import { SCALE, type Audience, type Instrument, type Moment, itemsAt, type Score } from './instruments';

/** What somebody answered, item by item; an item left out was not answered. */
export interface Sheet {
	scores: Record<string, Score>;
	/** In their own words, after the rally. */
	words: string;
}

export const emptySheet: Sheet = { scores: {}, words: '' };
export const isEmpty = ({ scores, words }: Sheet): boolean =>
	Object.keys(scores).length === 0 && words.trim() === '';

export const answerMeans = {
	paper: 'Sur papier',
	online: 'En ligne, par la personne',
	oral: 'De vive voix'
} as const;
export type AnswerMeans = keyof typeof answerMeans;

/** One sheet as it was given or corrected. Kept for ever beside those that follow it. */
export interface Answer {
	id: string;
	audience: Audience;
	moment: Moment;
	/** The participant, the company or the partner. */
	subject: string;
	/** « participants-1 ». */
	instrument: string;
	sheet: Sheet;
	means: AnswerMeans;
	by: string;
	at: Date;
	/** Order of arrival. */
	number: number;
}

export const isScore = (value: unknown): value is Score => SCALE.includes(value as Score);

/** The scores typed, those of this moment's items only. */
export const keptScores = (
	instrument: Instrument,
	moment: Moment,
	scores: Record<string, Score | null | undefined>
): Record<string, Score> =>
	Object.fromEntries(
		itemsAt(instrument, moment).flatMap(({ key }) => {
			const score = scores[key];
			return isScore(score) ? [[key, score]] : [];
		})
	);

/** The answer that holds for each subject at each moment: the last one given. An empty sheet takes it back. */
export function standing(answers: readonly Answer[]): Answer[] {
	const last = new Map<string, Answer>();
	for (const answer of [...answers].sort((a, b) => a.number - b.number))
		last.set(`${answer.audience} ${answer.moment} ${answer.subject}`, answer);
	return [...last.values()].filter(({ sheet }) => !isEmpty(sheet));
}
