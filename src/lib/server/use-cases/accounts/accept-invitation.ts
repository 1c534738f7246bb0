import { z } from 'zod';
import type { Actor } from '$lib/domain/access';
import { err, ok, type Result } from '$lib/domain/result';
import { authOf } from '../../auth/auth';
import type { SetCookies } from '../../auth/session';
import type { Db } from '../../db/client';
import { accounts } from '../../db/repositories/accounts';
import { invitations, type Invitation } from '../../db/repositories/invitations';
import { members } from '../../db/repositories/members';
import { newPassword, personName } from './account-fields';
import { createAccount } from './create-account';
import { fingerprint } from './link-token';
import { whenOpen, type ClosedInvitation } from './read-invitation';

export const NewAccount = z.object({ name: personName(), password: newPassword() });

/** Joins with the account that is signed in, whose address must be the invited one. */
export const acceptInvitation = (
	db: Db,
	token: string,
	actor: Actor,
	now = new Date()
): Promise<Result<{ organizationName: string }, ClosedInvitation | { code: 'other-email' }>> =>
	db.transaction(async (tx) => {
		const open = whenOpen(await invitations(tx).lock(fingerprint(token)), now);
		if (!open.ok) return open;
		if (open.value.email !== actor.email.toLowerCase()) return err({ code: 'other-email' });
		await join(tx, open.value, actor.userId);
		return ok({ organizationName: open.value.organizationName });
	});

/** Joins by creating the invited address's account, and signs it in. */
export const acceptWithNewAccount = (
	db: Db,
	token: string,
	{ name, password }: z.output<typeof NewAccount>,
	now = new Date()
): Promise<Result<SetCookies, ClosedInvitation | { code: 'has-account' }>> =>
	db.transaction(async (tx) => {
		const open = whenOpen(await invitations(tx).lock(fingerprint(token)), now);
		if (!open.ok) return open;
		const { email } = open.value;
		if (await accounts(tx).withEmail(email)) return err({ code: 'has-account' });
		const { userId, cookies } = await createAccount(tx, { name, email, password });
		await join(tx, open.value, userId);
		return ok(cookies);
	});

/** Somebody who is a member already keeps the role they have. */
async function join(tx: Db, { id, organizationId, role }: Invitation, userId: string): Promise<void> {
	if (!(await members(tx).find(organizationId, userId))) {
		await authOf(tx).api.addMember({ body: { organizationId, userId, role } });
	}
	await invitations(tx).setStatus(id, 'accepted');
}
