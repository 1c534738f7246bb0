import { addDays, type IsoDate } from '../calendar';
import type { CompanyState } from '../company';
import { waitAfter, workingDay } from './chase';
import { isAnswer, type Outcome } from './exchange';

export const declineReasons = {
	dates: 'Les dates ne conviennent pas',
	staff: 'Personne pour accueillir',
	busy: 'Période trop chargée',
	site: 'Sécurité ou confidentialité du site',
	'not-interested': 'La démarche ne l’intéresse pas',
	asked: 'Trop souvent sollicitée',
	silence: 'N’a jamais répondu',
	closed: 'Fermée ou partie',
	other: 'Autre raison'
} as const;
export type DeclineReason = keyof typeof declineReasons;

export const nextSteps = {
	call: 'Appeler',
	'call-back': 'Rappeler',
	mail: 'Envoyer un courriel',
	visit: 'Passer sur place',
	'other-way': 'Essayer par un autre moyen',
	'find-contact': 'Trouver le bon interlocuteur',
	slots: 'Fixer les créneaux',
	confirm: 'Envoyer la confirmation',
	prepare: 'Préparer la visite',
	conclude: 'Conclure',
	other: 'Autre'
} as const;
export type NextStep = keyof typeof nextSteps;

export interface Planned {
	step: NextStep;
	on: IsoDate;
}

/** The state of a company in the pipeline, and what is noted of it there. */
export interface Pipeline {
	state: CompanyState;
	/** Account of who follows it. */
	ownerId: string | null;
	nextStep: NextStep | null;
	nextStepOn: IsoDate | null;
	nextStepNote: string;
	declineReason: DeclineReason | null;
	declineNote: string;
	/** It had confirmed, then declined. */
	withdrew: boolean;
	/** Not to be asked before that day, by its own wish. */
	pausedUntil: IsoDate | null;
	/** It agrees that others are told it takes part. */
	mayBeNamed: boolean;
	introducedBy: string;
}

/** Where a company may be moved by hand. « Relancée » is only what was contacted before. */
const moves: Record<CompanyState, readonly CompanyState[]> = {
	identified: ['approached', 'interested', 'confirmed', 'reserve', 'declined'],
	approached: ['identified', 'reminded', 'interested', 'confirmed', 'reserve', 'declined'],
	reminded: ['interested', 'confirmed', 'reserve', 'declined'],
	interested: ['reminded', 'confirmed', 'reserve', 'declined'],
	confirmed: ['interested', 'reserve', 'declined'],
	reserve: ['interested', 'confirmed', 'declined'],
	declined: ['identified', 'interested', 'confirmed', 'reserve']
};
export const movesFrom = (state: CompanyState): readonly CompanyState[] => moves[state];
export const mayMove = (from: CompanyState, to: CompanyState): boolean => moves[from].includes(to);

const decisions: Partial<Record<Outcome, CompanyState>> = {
	agreed: 'confirmed',
	kept: 'reserve',
	declined: 'declined'
};

/** The state an exchange leaves a company in. A silence never takes back what was said. */
export function stateAfter(state: CompanyState, outcome: Outcome): CompanyState {
	const decided = decisions[outcome];
	if (decided) return decided;
	const settled = state === 'confirmed' || state === 'reserve';
	if (outcome === 'interested') return settled ? state : 'interested';
	if (state === 'identified') return 'approached';
	if (state === 'approached') return 'reminded';
	return state === 'declined' && isAnswer(outcome) ? 'approached' : state;
}

interface Circumstances {
	today: IsoDate;
	/** Contacts in a row without an answer, this one included. */
	tries: number;
	/** Whether it said when it can receive. */
	hasSlots: boolean;
}

/** What to do next, and when, once an exchange came to this. */
export function proposeNext(outcome: Outcome, { today, tries, hasSlots }: Circumstances): Planned | null {
	const within = (step: NextStep, days: number): Planned => ({ step, on: workingDay(addDays(today, days)) });
	switch (outcome) {
		case 'no-answer':
		case 'message':
			return within(tries <= 1 ? 'call-back' : tries <= 3 ? 'other-way' : 'conclude', waitAfter(tries));
		case 'wrong-person':
			return within('find-contact', 1);
		case 'call-back':
			return within('call-back', 3);
		case 'wants-details':
			return within('mail', 1);
		case 'interested':
			return within('slots', 3);
		case 'agreed':
			return within(hasSlots ? 'confirm' : 'slots', 1);
		case 'kept':
		case 'declined':
			return null;
	}
}

export interface Decline {
	reason: DeclineReason | null;
	note: string;
}

/** What else changes in the pipeline when the state does: the reason of a refusal, the step that falls away. */
export function consequences(
	before: Pick<Pipeline, 'state' | 'nextStep' | 'nextStepOn' | 'withdrew'>,
	to: CompanyState,
	decline: Decline,
	today: IsoDate
): Pick<Pipeline, 'state' | 'nextStep' | 'nextStepOn' | 'declineReason' | 'declineNote' | 'withdrew'> {
	const declined = to === 'declined';
	const kept = { nextStep: before.nextStep, nextStepOn: before.nextStepOn };
	const none = { nextStep: null, nextStepOn: null };
	const next =
		declined || to === 'reserve'
			? none
			: to === 'confirmed' && before.state !== 'confirmed'
				? { nextStep: 'confirm' as const, nextStepOn: workingDay(addDays(today, 1)) }
				: kept;
	return { state: to, ...next, ...declineTraces(before, to, decline) };
}

/** What is kept of a refusal: its reason, and whether a yes was taken back. Forgotten when the company comes back. */
export function declineTraces(
	before: Pick<Pipeline, 'state' | 'withdrew'>,
	to: CompanyState,
	{ reason, note }: Decline
): Pick<Pipeline, 'declineReason' | 'declineNote' | 'withdrew'> {
	const declined = to === 'declined';
	return {
		declineReason: declined ? reason : null,
		declineNote: declined ? note : '',
		withdrew: declined && (before.state === 'confirmed' || (before.state === 'declined' && before.withdrew))
	};
}
