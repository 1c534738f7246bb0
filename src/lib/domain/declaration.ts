import type { IsoDate } from './calendar';

/**
 * A paper that somebody says they hold: the licence, the insurance, the technical control. The paper itself is
 * neither asked for nor kept; who declared it and when is what an organiser must be able to show.
 */
export interface Declaration {
	/** Last day it holds; null when it has no end, as a licence of category B. */
	until: IsoDate | null;
	by: string;
	on: IsoDate;
}

/** What an organiser wants done about a paper that is missing or will have run out. */
export const declarationRules = {
	warn: 'signaler, sans empêcher',
	block: 'ne pas planifier ce véhicule, ni cette personne au volant'
} as const;
export type DeclarationRule = keyof typeof declarationRules;
