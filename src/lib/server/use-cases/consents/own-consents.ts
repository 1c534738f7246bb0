import type { IsoDate } from '$lib/domain/calendar';
import type { ConsentKind } from '$lib/domain/consent/consent';
import { shownName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import { err, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { organizations } from '../../db/repositories/organizations';
import { records } from '../../db/repositories/records';
import { openPersonalLink } from '../personal-links/open-personal-link';
import { readConsents, type ConsentState } from './read-consents';
import { recordConsent, withdrawConsent } from './record-consent';

export interface OwnConsents {
	firstName: string;
	structure: string;
	rally: Pick<Rally, 'title' | 'programme' | 'contactName' | 'contactPhone'>;
	consents: Omit<ConsentState, 'history'>[];
}

/** A person's own consents, by the link they were given; null when it opens nothing. */
export async function readOwnConsents(db: Db, token: string): Promise<OwnConsents | null> {
	const opened = await openPersonalLink(db, token);
	const id = opened?.link.participantId;
	const person = id ? await records(db, 'participant').find(opened.rally.id, id) : null;
	if (!opened || !person) return null;
	const { title, programme, contactName, contactPhone } = opened.rally;
	return {
		firstName: shownName(person),
		structure: (await organizations(db).find(opened.rally.organizationId))?.name ?? '',
		rally: { title, programme, contactName, contactPhone },
		consents: (await readConsents(db, opened.rally, person.id)).map(({ history, ...state }) => {
			void history;
			return state;
		})
	};
}

/** What a person decides on their own page. A withdrawal is never refused for its content. */
export async function decideOwnConsent(
	db: Db,
	token: string,
	{ kind, answer }: { kind: ConsentKind; answer: 'yes' | 'no' },
	today: IsoDate
): Promise<Result<unknown, { code: 'closed' }>> {
	const opened = await openPersonalLink(db, token);
	const participantId = opened?.link.participantId;
	if (!opened || !participantId) return err({ code: 'closed' });
	const who = { name: 'La personne elle-même' };
	const given = (await readConsents(db, opened.rally, participantId)).find((one) => one.kind === kind);
	const decided =
		answer === 'no' && given?.last?.decision === 'given'
			? await withdrawConsent(db, opened.rally, { participantId, kind, means: 'online' }, who, today)
			: await recordConsent(
					db,
					opened.rally,
					{
						participantId,
						kind,
						decision: answer === 'yes' ? 'given' : 'refused',
						decidedOn: today,
						means: 'online'
					},
					who,
					today
				);
	return decided.ok ? decided : err({ code: 'closed' });
}
