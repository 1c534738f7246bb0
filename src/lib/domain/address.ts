import type { Precision } from './rally';

/** « 12 rue des Forges, 07200 Aubenas », or what is known of it. */
export const addressOf = ({
	address,
	postcode,
	commune
}: {
	address: string;
	postcode: string;
	commune: string;
}): string => [address.trim(), [postcode, commune].filter(Boolean).join(' ')].filter(Boolean).join(', ');

/** What an address service found: a house number, a street, a hamlet or zone, or no more than the commune. */
export const addressKinds = {
	housenumber: 'numéro',
	street: 'rue',
	locality: 'lieu-dit',
	municipality: 'commune'
} as const;
export type AddressKind = keyof typeof addressKinds;

/** An answer of the address service, kept beside the position it gave. */
export interface Located {
	/** The address as it was asked: once it changes, the answer is about another place. */
	asked: string;
	found: string;
	kind: AddressKind;
	/** 0 to 1, as the service tells it. */
	score: number;
	/** Where the service puts it: coordinates that differ were set by a person. */
	lon: number;
	lat: number;
	/** Identifier of the Base adresse nationale, that other services know it by; absent where none was given. */
	ban?: string;
}

/** The identifier of the address where something stands: none once a person has put its pin elsewhere. */
export const banOf = ({
	located,
	precision
}: {
	located: Located | null;
	precision: Precision | null;
}): string => (precision === 'address' && located?.ban) || '';

/** Below it an answer is often another street, or another town. */
export const SURE_SCORE = 0.8;

export const precisionOf = ({ kind, score }: Pick<Located, 'kind' | 'score'>): Precision =>
	kind === 'municipality' ? 'commune' : score < SURE_SCORE ? 'doubtful' : 'address';

/** A position that nobody should drive to before a person has set its pin. */
export const toConfirm = (precision: Precision | null): boolean =>
	precision === 'commune' || precision === 'doubtful';
