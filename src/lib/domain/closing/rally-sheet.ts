import type { Outcome } from '../measure/outcomes';
import { usualSolutions } from '../measure/outcomes';
import type { RestitutionSlot } from './restitution';
import type { Step } from './run-sheet';

/** What is written once for a rally: one sheet of each kind, saved whole at a version. */
export const rallySheets = {
	restitution: 'déroulé de la restitution',
	closing: 'déroulé de la clôture',
	handovers: 'remises de la clôture',
	thanks: 'lettres de remerciement',
	measure: 'ce qui compte comme solution'
} as const;
export type RallySheetKind = keyof typeof rallySheets;

export interface Handovers {
	/** Participant id → id of the company that hands the diploma over. */
	diplomas: Record<string, string>;
	/** Id of the commitment → who receives the prize: a team, a name. */
	prizes: Record<string, string>;
}

export interface Thanks {
	/** Written in every letter, after what the company or the partner did. */
	message: string;
	signatory: string;
	role: string;
}

export interface SheetContents {
	restitution: { slots: RestitutionSlot[] };
	closing: { steps: Step[] };
	handovers: Handovers;
	thanks: Thanks;
	measure: { solutions: Outcome[] };
}
export type SheetContent = SheetContents[RallySheetKind];

/** Before anything was written. */
export const blankSheets: SheetContents = {
	restitution: { slots: [] },
	closing: { steps: [] },
	handovers: { diplomas: {}, prizes: {} },
	thanks: { message: '', signatory: '', role: '' },
	measure: { solutions: usualSolutions }
};
