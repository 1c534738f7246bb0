import type { RuleId } from '../charter/rule';
import type { GridLevel, PrincipleKey } from './principles';

/** Pages of a rally where the evidence of a row is seen or completed. */
export const evidencePlaces = {
	programme: 'Voir le programme',
	companies: 'Voir les entreprises',
	participants: 'Voir les participants',
	vehicles: 'Voir les véhicules',
	partners: 'Voir les partenaires',
	planning: 'Voir le planning',
	presences: 'Voir les présences',
	documents: 'Voir les documents',
	bilans: 'Voir les bilans'
} as const;
export type EvidencePlace = keyof typeof evidencePlaces;

/** What a level rests on: what is intended, or what happened. */
export const bases = { planned: 'd’après ce qui est prévu', done: 'd’après ce qui a eu lieu' } as const;
export type Basis = keyof typeof bases;

/** A level that the data would give. Null when the data says nothing: then `says` tells why. */
export interface Proposal {
	level: GridLevel | null;
	basis: Basis | null;
	/** Sentences: counts only, nobody named. */
	says: string[];
	places: EvidencePlace[];
}

/** The rule of the charter behind a row, where there is one. */
export const ruleBehind: Partial<Record<PrincipleKey, RuleId>> = {
	territory: 'R18',
	days: 'R01',
	'visit-time': 'R02',
	restitution: 'R03',
	closing: 'R04',
	sectors: 'R10',
	participants: 'R05',
	'team-size': 'R06',
	vehicle: 'R07',
	'company-visits': 'R09',
	'job-search': 'R12',
	mix: 'R13'
};

export const propose = (
	level: GridLevel,
	basis: Basis,
	says: string[],
	places: EvidencePlace[] = []
): Proposal => ({ level, basis, says, places });

/** Cannot be answered yet, or at all for this rally: a sixth answer, never a zero. */
export const notYet = (says: string[], places: EvidencePlace[] = []): Proposal => ({
	level: 'ne',
	basis: null,
	says,
	places
});

/** The data has nothing to say: a person answers. */
export const noProposal = (says: string[], places: EvidencePlace[] = []): Proposal => ({
	level: null,
	basis: null,
	says,
	places
});

/** Half or less is 1… all is 4; nothing at all is 0. `of` is more than zero. */
export function levelOfShare(count: number, of: number): GridLevel {
	if (count <= 0) return '0';
	if (count >= of) return '4';
	const share = count / of;
	return share < 0.5 ? '1' : share < 0.75 ? '2' : '3';
}
