import { addDays, daysBetween, type IsoDate } from '../calendar';
import type { CompanyState } from '../company';
import { inOrder, isAnswer, type Exchange, type Silence } from './exchange';

/** Days without an answer after which a company is to be chased. */
export const chaseDays = [3, 7, 10, 30] as const;
export type Basket = (typeof chaseDays)[number];

/** What each basket is for: another try, another way, another person, an end. */
export const basketAdvice: Record<Basket, string> = {
	3: 'Rappeler, à une autre heure.',
	7: 'Changer de moyen : passer sur place, ou écrire si vous aviez appelé.',
	10: 'Passer par quelqu’un : un partenaire, une entreprise déjà engagée.',
	30: 'Conclure : notez la raison du silence, mettez en réserve ou déclinez.'
};

export interface SilenceHeld {
	/** Date of the last contact that got no answer. */
	since: IsoDate;
	days: number;
	/** Contacts in a row without an answer. */
	tries: number;
	/** The furthest basket reached; null before the first. */
	basket: Basket | null;
	reason: Silence | null;
}

type Told = Pick<Exchange, 'on' | 'createdAt' | 'outcome' | 'silence'>;

/** How long a company has said nothing, counted from the last contact without an answer; null when it answered last. */
export function silenceOf(exchanges: readonly Told[], today: IsoDate): SilenceHeld | null {
	const ordered = inOrder(exchanges);
	const answered = ordered.findLastIndex(({ outcome }) => isAnswer(outcome));
	const silent = ordered.slice(answered + 1);
	const last = silent.at(-1);
	if (!last) return null;
	const days = Math.max(0, daysBetween(last.on, today));
	return {
		since: last.on,
		days,
		tries: silent.length,
		basket: basketAfter(days),
		reason: silent.findLast(({ silence }) => silence !== null)?.silence ?? null
	};
}

export const basketAfter = (days: number): Basket | null =>
	chaseDays.findLast((threshold) => days >= threshold) ?? null;

/** States in which an answer is still waited for. */
const waiting: ReadonlySet<CompanyState> = new Set(['identified', 'approached', 'reminded', 'interested']);
export const isWaitedFor = (state: CompanyState): boolean => waiting.has(state);

/** How long to wait after so many tries without an answer. */
export const waitAfter = (tries: number): number =>
	chaseDays[Math.min(Math.max(tries, 1), chaseDays.length) - 1]!;

/** A day on which offices are open: a Saturday or a Sunday becomes the Monday after. */
export function workingDay(date: IsoDate): IsoDate {
	const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
	return weekday === 6 ? addDays(date, 2) : weekday === 0 ? addDays(date, 1) : date;
}
