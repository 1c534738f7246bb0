import type { IsoDate } from '../calendar';
import { known, notCommunicated, notEvaluated, type Measured } from '../figures/measured';
import type { Part } from '../figures/rally-figures';
import { answeredOutcomes, followUpOf, outcomes, type FollowUpLine, type Outcome } from './outcomes';

export interface FollowUpFigures {
	/** Those who took part: the denominator of `answered`. */
	base: number;
	/** Of `base`; « ne » before six months have passed, « nc » when nothing was asked since. */
	answered: Measured;
	answeredIds: string[];
	/** Of `answered`, never of `base`; missing when nobody answered. */
	solutions: Measured;
	solutionIds: string[];
	/** Null while missing; the parts add up to `answered`. */
	byOutcome: Part[] | null;
	/** Of those who answered, how many by somebody else. */
	knownOtherwise: number;
	dueOn: IsoDate | null;
	definition: string;
}

export interface FollowUpGround {
	/** Ids of those who took part. */
	people: readonly string[];
	lines: readonly FollowUpLine[];
	/** What the organiser counts as a solution. */
	counted: readonly Outcome[];
	/** See `followUpDue`. */
	dueOn: IsoDate | null;
	today: IsoDate;
}

/**
 * What is known six months later. News noted before that day wait for it: a situation at three months is not one at
 * six. « Sans nouvelle » is no answer.
 */
export function followUpFigures({ people, lines, counted, dueOn, today }: FollowUpGround): FollowUpFigures {
	const byPerson = new Map<string, FollowUpLine[]>(people.map((id) => [id, []]));
	for (const line of lines) byPerson.get(line.participantId)?.push(line);
	const known6 = [...byPerson].flatMap(([id, own]) => {
		const news = followUpOf(own).news?.said;
		return news && news.outcome !== 'no-news' ? [{ id, news }] : [];
	});
	const asked = [...byPerson.values()].some((own) => followUpOf(own).lines.length > 0);
	const early = dueOn === null || today < dueOn;
	const missing = early ? notEvaluated : notCommunicated;
	const told = early ? [] : known6;
	const solved = told.filter(({ news }) => counted.includes(news.outcome));
	return {
		base: people.length,
		answered: early || !asked ? missing : known(told.length),
		answeredIds: told.map(({ id }) => id),
		solutions: told.length === 0 ? missing : known(solved.length),
		solutionIds: solved.map(({ id }) => id),
		byOutcome:
			told.length === 0
				? null
				: answeredOutcomes.map((key) => ({
						key,
						label: outcomes[key].label,
						count: told.filter(({ news }) => news.outcome === key).length
					})),
		knownOtherwise: told.filter(({ news }) => news.source === 'known').length,
		dueOn,
		definition: `Compte comme solution : ${countedInWords(counted)}. Parmi les personnes dont on a des nouvelles, et non parmi tous les participants.`
	};
}

/** Of a whole, as words never show it alone: « 9 sur 14, soit 64 % ». Null without a whole. */
export const shareOf = (count: number, whole: number): number | null => (whole > 0 ? count / whole : null);

/** « emploi durable, CDD, formation ». */
export const countedInWords = (counted: readonly Outcome[]): string =>
	counted.length > 0
		? counted.map((key) => inSentence(outcomes[key].short)).join(', ')
		: 'rien pour l’instant';

/** « Formation » → « formation », « CDD » as it is. */
const inSentence = (text: string): string =>
	text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLocaleLowerCase('fr'));
