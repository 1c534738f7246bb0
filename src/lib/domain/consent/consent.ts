import type { IsoDate } from '../calendar';

/** Four agreements, asked and decided apart: none is a condition of another. */
export const consentKinds = {
	participation: 'Participer au rallye',
	image: 'Photos et vidéos',
	sharing: 'Transmission à des entreprises ou à des partenaires',
	'follow-up': 'Être recontacté·e six mois après'
} as const;
export type ConsentKind = keyof typeof consentKinds;
export const allConsentKinds = Object.keys(consentKinds) as ConsentKind[];

export const consentDecisions = {
	given: 'Accord donné',
	refused: 'Refus',
	withdrawn: 'Accord retiré'
} as const;
export type ConsentDecision = keyof typeof consentDecisions;

export const consentMeans = {
	paper: 'Sur papier, signé',
	oral: 'De vive voix',
	online: 'En ligne, par la personne'
} as const;
export type ConsentMeans = keyof typeof consentMeans;

/** One dated decision. Kept for ever beside those that follow it. */
export interface Consent {
	participantId: string;
	kind: ConsentKind;
	decision: ConsentDecision;
	decidedOn: IsoDate;
	/** Version of the text that was read (consent/texts.ts). */
	textVersion: string;
	means: ConsentMeans;
	decidedBy: string;
	recordedBy: string;
	recordedAt: Date;
}

/**
 * The decision that holds: the last one recorded. A decision written down late does not come before one that was
 * recorded since, so that a withdrawal is never undone by a form found in a drawer.
 */
export const inForce = <C extends Pick<Consent, 'kind' | 'recordedAt'>>(
	history: readonly C[],
	kind: ConsentKind
): C | null =>
	history
		.filter((one) => one.kind === kind)
		.reduce<C | null>((last, one) => (last && last.recordedAt > one.recordedAt ? last : one), null);

/** Where each agreement stands; null was never asked. */
export const standing = (
	history: readonly Pick<Consent, 'kind' | 'decision' | 'recordedAt'>[]
): Record<ConsentKind, ConsentDecision | null> =>
	Object.fromEntries(
		allConsentKinds.map((kind) => [kind, inForce(history, kind)?.decision ?? null])
	) as Record<ConsentKind, ConsentDecision | null>;

/** What a withdrawal changes from that moment on, said to whoever records it and to the person. */
export const afterWithdrawal: Record<ConsentKind, string> = {
	participation:
		'La personne est notée désistée et ne sera plus mise dans une équipe. Si le planning est déjà calculé, calculez-le de nouveau ou choisissez qui prend sa place.',
	image:
		'Aucune photo ni vidéo où on la reconnaît, sur place comme après ; celles déjà publiées sont à retirer. Elle garde sa place et son badge, qui ne porte pas de photo.',
	sharing:
		'Ses coordonnées et son projet ne sont plus donnés à personne ; dites-le à qui les a reçus. Elle garde sa place dans le rallye.',
	'follow-up':
		'Personne ne la rappellera à six mois : elle sera comptée « non communiqué » dans le bilan. Elle garde sa place dans le rallye.'
};
