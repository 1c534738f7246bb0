import { randomUUID } from 'node:crypto';
import { addDays } from '$lib/domain/calendar';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { personalLinks, type LinkOwner, type PersonalLink } from '../../db/repositories/personal-links';
import type { Editor } from '../records/edit-record';
import { hashOf, tokenOf } from './link-token';

type Owner = Pick<Rally, 'id' | 'organizationId' | 'programme'>;

/**
 * Days after the rally: somebody may be sent until its end; consents are theirs until after the call at six months. A
 * guest's page lives on, in case the closing is put off: it refuses replies by itself once the closing is over.
 */
const AFTERWARDS = { partnerId: 0, participantId: 214, guestId: 60 } as const;

export function expiryOf({ programme }: Pick<Rally, 'programme'>, owner: LinkOwner): Date {
	const last = programme.map(({ date }) => date).sort().at(-1)!; // prettier-ignore
	const [kind] = Object.keys(owner) as [keyof typeof AFTERWARDS];
	const days = AFTERWARDS[kind];
	return new Date(`${addDays(last, days)}T22:00:00Z`);
}

/** Opens the page of a prescriber or of a participant under a new address; a former one shows nothing any more. */
export const renewPersonalLink = (
	db: Db,
	rally: Owner,
	owner: LinkOwner,
	secret: string,
	editor: Editor
): Promise<PersonalLink> =>
	db.transaction(async (tx) => {
		await personalLinks(tx).revoke(rally.id, owner);
		const id = randomUUID();
		return personalLinks(tx).add({
			id,
			organizationId: rally.organizationId,
			rallyId: rally.id,
			...owner,
			tokenHash: hashOf(tokenOf(id, secret)),
			expiresAt: expiryOf(rally, owner),
			createdBy: editor.name
		});
	});

export const revokePersonalLink = (db: Db, rally: Pick<Rally, 'id'>, owner: LinkOwner): Promise<boolean> =>
	personalLinks(db).revoke(rally.id, owner);
