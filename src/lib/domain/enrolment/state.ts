import type { ParticipantState } from '../participant';

/**
 * Where a person may go from where they are. « Remplacé·e » is no move: it is what becomes of somebody whose place
 * another person takes (use-cases/enrolment/replace-participant). A person who was not kept, or who gave up, may
 * come back, but through the list: the organiser then looks at their place again.
 */
export const moves: Record<ParticipantState, readonly ParticipantState[]> = {
	candidate: ['confirmed', 'waiting', 'refused', 'withdrawn'],
	waiting: ['confirmed', 'candidate', 'refused', 'withdrawn'],
	confirmed: ['waiting', 'candidate', 'withdrawn'],
	withdrawn: ['candidate', 'waiting', 'confirmed'],
	replaced: ['candidate', 'waiting', 'confirmed'],
	refused: ['candidate', 'waiting']
};

export const mayMove = (from: ParticipantState, to: ParticipantState): boolean =>
	from === to || moves[from].includes(to);

/** What each move is called on a button. */
export const moveWords: Record<ParticipantState, string> = {
	candidate: 'Remettre parmi les candidats',
	confirmed: 'Inscrire',
	waiting: 'Mettre en liste d’attente',
	withdrawn: 'Noter un désistement',
	replaced: 'Remplacer',
	refused: 'Ne pas retenir'
};

/** States a person can be entered in, or put in by hand from `current`. */
export const statesFrom = (current: ParticipantState | null): ParticipantState[] =>
	current === null ? ['candidate', 'confirmed', 'waiting'] : [current, ...moves[current]];

/** Somebody whose place can be taken, and who can take it. */
export const canBeReplaced = (state: ParticipantState): boolean =>
	state === 'confirmed' || state === 'withdrawn';
export const canReplace = (state: ParticipantState): boolean => state === 'waiting' || state === 'candidate';
