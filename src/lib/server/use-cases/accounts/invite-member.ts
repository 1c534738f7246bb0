import { z } from 'zod';
import { INVITATION_DAYS } from '$lib/domain/account';
import { roles, type Actor } from '$lib/domain/access';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { invitations } from '../../db/repositories/invitations';
import { members } from '../../db/repositories/members';
import { organizations } from '../../db/repositories/organizations';
import { env } from '../../env';
import * as field from '../../fields';
import { invitationLetter } from '../../mail/letters';
import { mailer, type Sending } from '../../mail/mailer';
import { requiredEmail } from './account-fields';
import { fingerprint, newToken } from './link-token';

export const InviteMember = z.object({
	email: requiredEmail(),
	role: field.choice(roles, 'Choisissez ce que cette personne pourra faire.')
});

export interface Invited {
	email: string;
	/** Shown once, to be copied: only its fingerprint is kept. */
	link: string;
	sending: Sending;
}
export type InviteMemberError = { code: 'already-member' | 'not-found' };

/** Invites an address into an organisation. A further invitation of the same address replaces the one before. */
export async function inviteMember(
	db: Db,
	organizationId: string,
	inviter: Actor,
	{ email, role }: z.output<typeof InviteMember>,
	mail = mailer(),
	now = new Date()
): Promise<Result<Invited, InviteMemberError>> {
	const token = newToken();
	const prepared = await db.transaction(async (tx) => {
		const organization = await organizations(tx).lock(organizationId);
		if (!organization) return err({ code: 'not-found' });
		const known = await members(tx).of(organizationId);
		if (known.some((member) => member.email === email)) return err({ code: 'already-member' });
		await invitations(tx).revoke(organizationId, { email });
		await invitations(tx).add({
			id: fingerprint(token),
			organizationId,
			email,
			role,
			expiresAt: new Date(now.getTime() + INVITATION_DAYS * 86_400_000),
			inviterId: inviter.userId
		});
		return ok(organization.name);
	});
	if (!prepared.ok) return prepared;

	const link = `${env().origin}/invitation/${token}`;
	const letter = invitationLetter({
		to: email,
		organizationName: prepared.value,
		invitedBy: inviter.name,
		role,
		link
	});
	return ok({ email, link, sending: await mail.send(letter) });
}
