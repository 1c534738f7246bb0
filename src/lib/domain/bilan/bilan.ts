import type { IsoDate } from '../calendar';
import type { PublicKey } from '../counting/public';
import type { GridLevel, PrincipleKey } from '../fidelity/principles';
import type { DimensionSummary } from '../measure/scores';
import type { Wording } from '../figures/catalogue';
import type { RallyFigures } from '../figures/rally-figures';

/** Whom a bilan is made for; a funder's names its partner. */
export const bilanRecipients = {
	federation: 'Fédération des CREPI',
	ansa: 'Ansa',
	funder: 'Financeur'
} as const;
export type BilanRecipient = keyof typeof bilanRecipients;

/** The same four states, in the words of each side (L2). */
export const bilanStates = {
	'to-complete': { organizer: 'À compléter', recipient: 'Attendu' },
	sent: { organizer: 'Envoyé, en attente de lecture', recipient: 'À relire' },
	'to-fix': { organizer: 'À corriger', recipient: 'Correction demandée' },
	validated: { organizer: 'Validé', recipient: 'Validé' }
} as const;
export type BilanState = keyof typeof bilanStates;
export const bilanTones: Record<BilanState, '' | 'good' | 'warn' | 'bad'> = {
	'to-complete': '',
	sent: 'warn',
	'to-fix': 'bad',
	validated: 'good'
};

/** A row of the fidelity grid as it is sent: what the data proposes and what a person said, never merged. */
export interface SentScore {
	principle: PrincipleKey;
	proposed: GridLevel | null;
	own: GridLevel | null;
	comment: string;
}

/** How people count for one funder, by its own rule; see counting/quota.ts. */
export interface SentQuota {
	public: PublicKey;
	wanted: number | null;
	siae: boolean;
	counted: number;
	inSiae: number;
	outside: number;
	people: number;
}

/** What was sent, kept as it was: figures and free words, nobody's name nor record. */
export interface SentBilan {
	format: 1;
	rally: {
		title: string;
		edition: number;
		territory: string;
		department: string;
		first: IsoDate;
		last: IsoDate;
		closing: IsoDate | null;
	};
	figures: RallyFigures;
	grid: SentScore[];
	/** Departures from the charter accepted with a reason, in words. */
	derogations: string[];
	/** Sections of the narrative, by key. */
	narrative: Record<string, string>;
	/** Questionnaires, dimension by dimension; means that stand on fewer than five people are already left out. */
	measures?: DimensionSummary[];
	/** Which figures and breakdowns are printed, in order. */
	shown?: string[];
	/** What figures were called and how they were defined on that day, where the federation words them. */
	wording?: Wording;
	/** For a funder that pays for some people only. */
	quota?: SentQuota | null;
}
