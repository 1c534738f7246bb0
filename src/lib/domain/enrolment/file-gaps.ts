import type { IsoDate } from '../calendar';
import type { ParticipantFile } from '../participant';

/** What is still to be asked of somebody before the rally. */
export const fileGaps = {
	unreachable: 'ni téléphone ni courriel',
	'no-follow-up': 'personne à joindre à six mois',
	'no-emergency': 'personne à prévenir en cas d’urgence',
	'no-liability': 'responsabilité civile',
	'liability-expired': 'attestation de responsabilité civile périmée'
} as const;
export type FileGap = keyof typeof fileGaps;

type Asked = Pick<
	ParticipantFile,
	'phone' | 'email' | 'referentPhone' | 'referentEmail' | 'emergencyPhone' | 'liability' | 'liabilityUntil'
>;

/** FSE+ asks for a way to reach the person at six months, or whoever follows them (seine-et-marne.fr). */
export const reachableLater = (
	person: Pick<Asked, 'phone' | 'email' | 'referentPhone' | 'referentEmail'>
): boolean => [person.phone, person.email, person.referentPhone, person.referentEmail].some(Boolean);

/** `lastDay`: of the rally; a certificate must still hold then. */
export function gapsOf(person: Asked, lastDay: IsoDate | null): FileGap[] {
	const expired =
		person.liability === 'provided' &&
		person.liabilityUntil !== null &&
		lastDay !== null &&
		person.liabilityUntil < lastDay;
	const gaps: [FileGap, boolean][] = [
		['unreachable', !person.phone && !person.email],
		['no-follow-up', !reachableLater(person)],
		['no-emergency', !person.emergencyPhone],
		['no-liability', person.liability === null || person.liability === 'missing'],
		['liability-expired', expired]
	];
	return gaps.filter(([, missing]) => missing).map(([gap]) => gap);
}
