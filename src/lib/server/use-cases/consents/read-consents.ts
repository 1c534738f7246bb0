import {
	allConsentKinds,
	inForce,
	standing,
	type ConsentDecision,
	type ConsentKind
} from '$lib/domain/consent/consent';
import { consentText, currentText, currentVersion } from '$lib/domain/consent/texts';
import { french } from '$lib/domain/french';
import { fullName, type ParticipantState } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { consents, type ConsentRow } from '../../db/repositories/consents';
import { organizations } from '../../db/repositories/organizations';
import { records } from '../../db/repositories/records';

export interface ConsentState {
	kind: ConsentKind;
	says: string;
	version: string;
	/** The decision that holds; null when it was never asked. */
	last: Shown | null;
	/** Whether the text has changed since it was decided. */
	newerText: boolean;
	/** Every decision, the latest first, each with the text that was read. */
	history: Shown[];
}
export type Shown = Pick<
	ConsentRow,
	'decision' | 'decidedOn' | 'textVersion' | 'means' | 'decidedBy' | 'recordedBy' | 'recordedAt'
> & { says: string | null };

/** Where each consent of one person stands, with its text. */
export async function readConsents(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	participantId: string
): Promise<ConsentState[]> {
	const structure = (await organizations(db).find(rally.organizationId))?.name ?? '';
	const rows = await consents(db).of(rally.id, participantId);
	return allConsentKinds.map((kind) => {
		const shown = ({
			id,
			organizationId,
			rallyId,
			participantId: of,
			kind: own,
			...row
		}: ConsentRow): Shown => {
			void [id, organizationId, rallyId, of];
			return { ...row, says: consentText(own, row.textVersion, structure) };
		};
		const last = inForce(rows, kind);
		return {
			kind,
			says: currentText(kind, structure),
			version: currentVersion(kind),
			last: last && shown(last),
			newerText: last !== null && last.textVersion !== currentVersion(kind),
			history: rows
				.filter((row) => row.kind === kind)
				.map(shown)
				.reverse()
		};
	});
}

export interface PersonConsents {
	id: string;
	name: string;
	state: ParticipantState;
	consents: Record<ConsentKind, ConsentDecision | null>;
}

/** Everybody who comes or may come, with where each consent stands. */
export async function readAllConsents(db: Db, rally: Pick<Rally, 'id'>): Promise<PersonConsents[]> {
	const rows = await consents(db).ofRally(rally.id);
	const people = (await records(db, 'participant').list(rally.id)).filter(({ state }) =>
		['confirmed', 'waiting', 'candidate'].includes(state)
	);
	return people
		.sort((a, b) => french.compare(`${a.lastName} ${a.firstName}`, `${b.lastName} ${b.firstName}`))
		.map((person) => ({
			id: person.id,
			name: fullName(person),
			state: person.state,
			consents: standing(rows.filter(({ participantId }) => participantId === person.id))
		}));
}
