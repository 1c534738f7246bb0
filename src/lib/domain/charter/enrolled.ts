import type { Dossier } from '../dossier';
import type { Participant } from '../participant';

/** The people the charter counts while a rally is prepared (A4): those whose place is confirmed. */
export const enrolled = ({ participants }: Pick<Dossier, 'participants'>): Participant[] =>
	participants.filter(({ state }) => state === 'confirmed');

/** People who could still be confirmed. */
export const candidates = ({ participants }: Pick<Dossier, 'participants'>): Participant[] =>
	participants.filter(({ state }) => state === 'candidate' || state === 'waiting');
