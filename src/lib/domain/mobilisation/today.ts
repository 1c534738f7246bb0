import { daysBetween, type IsoDate } from '../calendar';
import type { CompanyState } from '../company';
import { isWaitedFor, silenceOf, type SilenceHeld } from './chase';
import type { Exchange } from './exchange';
import type { Pipeline } from './pipeline';

/** What the day's list needs of a company. */
export interface Followed extends Pick<Pipeline, 'state' | 'nextStep' | 'nextStepOn'> {
	id: string;
	name: string;
	exchanges: readonly Pick<Exchange, 'on' | 'createdAt' | 'outcome' | 'silence'>[];
	/** Asked for peace until then, here or in another rally; null when it may be contacted. */
	pausedUntil: IsoDate | null;
}

export interface Due<C> {
	company: C;
	/** Days by which it is late; 0 for what is for today. */
	late: number;
}
export interface ToChase<C> {
	company: C;
	silence: SilenceHeld;
}

/** Days by which the next step is late: 0 on its day, null when nothing is due yet. */
export function lateness(
	{ state, nextStep, nextStepOn }: Pick<Followed, 'state' | 'nextStep' | 'nextStepOn'>,
	today: IsoDate
): number | null {
	if (!nextStep || !nextStepOn || state === 'declined') return null;
	const days = daysBetween(nextStepOn, today);
	return days >= 0 ? days : null;
}

/**
 * What is to be done today: steps whose day has come, the latest first, then the companies that have said nothing for
 * long enough and for which nothing is planned. One that asked for peace is left in peace, unless it has confirmed.
 */
export function todaysWork<C extends Followed>(
	companies: readonly C[],
	today: IsoDate
): { due: Due<C>[]; chase: ToChase<C>[] } {
	const open = companies.filter(({ pausedUntil, state }) => pausedUntil === null || state === 'confirmed');
	const due = open.flatMap((company): Due<C>[] => {
		const late = lateness(company, today);
		return late === null ? [] : [{ company, late }];
	});
	const chase = open
		.filter(({ state, nextStep, nextStepOn }) => isWaitedFor(state) && !(nextStep && nextStepOn))
		.flatMap((company): ToChase<C>[] => {
			const silence = silenceOf(company.exchanges, today);
			return silence?.basket ? [{ company, silence }] : [];
		});
	return {
		due: due.sort((a, b) => b.late - a.late || warmth(b.company.state) - warmth(a.company.state)),
		chase: chase.sort((a, b) => b.silence.days - a.silence.days)
	};
}

const order: readonly CompanyState[] = [
	'declined',
	'identified',
	'approached',
	'reminded',
	'interested',
	'reserve',
	'confirmed'
];
/** How near a company is to receiving a visit. */
export const warmth = (state: CompanyState): number => order.indexOf(state);
