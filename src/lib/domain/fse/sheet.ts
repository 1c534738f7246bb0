import type { IsoDate } from '../calendar';
import { reachableLater } from '../enrolment/file-gaps';
import { followUpOf, outcomes, type FollowUpLine, type Outcome } from '../measure/outcomes';
import type { ParticipantFile } from '../participant';

/** What a participant's sheet may lack (grand-est.dreets.gouv.fr 2025-01, seine-et-marne.fr). */
export const fseGaps = {
	gender: 'genre',
	age: 'tranche d’âge',
	diploma: 'diplôme',
	situation: 'situation à l’entrée',
	commune: 'commune',
	postcode: 'code postal',
	contact: 'téléphone, courriel ou référent à joindre',
	exit: 'situation à la sortie'
} as const;
export type FseGap = keyof typeof fseGaps;
export const allFseGaps = Object.keys(fseGaps) as FseGap[];

export type FsePerson = Pick<
	ParticipantFile,
	| 'id'
	| 'firstName'
	| 'lastName'
	| 'gender'
	| 'ageBand'
	| 'diploma'
	| 'statuses'
	| 'commune'
	| 'postcode'
	| 'phone'
	| 'email'
	| 'referentName'
	| 'referentPhone'
	| 'referentEmail'
>;

/** What somebody became, and when it was known. */
export interface Exit {
	outcome: Outcome;
	label: string;
	on: IsoDate;
}

/**
 * The news closest to the way out, on that day or later; null while there is none. « Sans nouvelle » says nothing of
 * a situation.
 */
export function exitOf(lines: readonly FollowUpLine[], left: IsoDate): Exit | null {
	const news = followUpOf(lines).lines.flatMap(({ said, on, number }) =>
		said.kind === 'news' && said.outcome !== 'no-news' && on >= left
			? [{ outcome: said.outcome, on, number }]
			: []
	);
	// What is written last of the same day corrects what was written first.
	const first = news.sort((a, b) => a.on.localeCompare(b.on) || b.number - a.number)[0];
	return first ? { outcome: first.outcome, label: outcomes[first.outcome].label, on: first.on } : null;
}

/** `over`: the operation is over for that person, and their situation at the way out is expected. */
export function gapsOfSheet(person: FsePerson, exit: Exit | null, over: boolean): FseGap[] {
	const lacks: Record<FseGap, boolean> = {
		gender: person.gender === null,
		age: person.ageBand === null,
		diploma: person.diploma === null,
		situation: person.statuses.length === 0,
		commune: person.commune.trim() === '',
		postcode: person.postcode.trim() === '',
		contact: !reachableLater(person),
		exit: over && exit === null
	};
	return allFseGaps.filter((gap) => lacks[gap]);
}
