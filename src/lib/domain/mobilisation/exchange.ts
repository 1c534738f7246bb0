import type { IsoDate } from '../calendar';
import type { Channel } from './contact';

/** What came of an exchange with a company. */
export const outcomes = {
	'no-answer': 'Pas de réponse',
	message: 'Message laissé ou courriel envoyé',
	'wrong-person': 'Mauvais numéro ou mauvaise personne',
	'call-back': 'Demande d’être rappelée',
	'wants-details': 'Demande des précisions',
	interested: 'Intéressée, à préciser',
	agreed: 'D’accord : elle reçoit',
	kept: 'D’accord pour rester en réserve',
	declined: 'Refuse ou se désiste'
} as const;
export type Outcome = keyof typeof outcomes;

const unanswered: ReadonlySet<Outcome> = new Set(['no-answer', 'message', 'wrong-person']);
/** Whether somebody of the company said something. */
export const isAnswer = (outcome: Outcome): boolean => !unanswered.has(outcome);

/** Why a company says nothing, as far as one knows or guesses. */
export const silences = {
	away: 'Absence, congés',
	busy: 'Période chargée',
	decision: 'Attend une décision en interne',
	'wrong-person': 'Pas le bon interlocuteur',
	details: 'Coordonnées fausses',
	unknown: 'On ne sait pas'
} as const;
export type Silence = keyof typeof silences;

export interface Exchange {
	id: string;
	companyId: string;
	on: IsoDate;
	channel: Channel;
	outcome: Outcome;
	/** Who was spoken to, as they gave their name. */
	spokenTo: string;
	note: string;
	/** The aims and the course of the rally were explained, not only announced. */
	explained: boolean;
	silence: Silence | null;
	createdAt: Date;
}

/** The oldest first; two of one day as they were written. */
export const inOrder = <E extends Pick<Exchange, 'on' | 'createdAt'>>(exchanges: readonly E[]): E[] =>
	[...exchanges].sort((a, b) => a.on.localeCompare(b.on) || a.createdAt.getTime() - b.createdAt.getTime());
