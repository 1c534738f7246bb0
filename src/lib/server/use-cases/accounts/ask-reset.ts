import { z } from 'zod';
import { may, type Actor } from '$lib/domain/access';
import { err, ok, type Result } from '$lib/domain/result';
import { mayTry } from '../../auth/attempts';
import type { Db } from '../../db/client';
import { accounts } from '../../db/repositories/accounts';
import { members } from '../../db/repositories/members';
import { log } from '../../log';
import { resetLetter } from '../../mail/letters';
import { mailer } from '../../mail/mailer';
import { requiredEmail } from './account-fields';
import { createResetLink } from './new-password';

export const AskReset = z.object({ email: requiredEmail() });

/**
 * Sends a link for a new password, if the address has an account and a mail server is set. Answers nothing, and
 * does not wait for the letter: neither the answer nor its delay may tell who has an account.
 */
export async function askReset(
	db: Db,
	{ email }: z.output<typeof AskReset>,
	address: string,
	mail = mailer()
): Promise<void> {
	const allowed =
		(await mayTry(db, { what: 'reset', whom: email, max: 5, minutes: 60 })) &&
		(await mayTry(db, { what: 'reset-from', whom: address, max: 30, minutes: 60 }));
	if (!allowed || !mail.ready) return;
	void (async () => {
		const account = await accounts(db).withEmail(email);
		if (!account) return;
		await mail.send(resetLetter({ to: account.email, link: await createResetLink(db, account.userId) }));
	})().catch((problem: unknown) => log.error({ err: problem }, 'reset link not sent'));
}

export type MemberResetError = { code: 'not-found' } | { code: 'belongs-elsewhere'; name: string };

/**
 * A link for a new password that an administrator hands to a member. Not for somebody who also belongs to an
 * organisation that this administrator does not run: the link would open that one too.
 */
export async function createMemberResetLink(
	db: Db,
	organizationId: string,
	userId: string,
	administrator: Actor
): Promise<Result<{ name: string; link: string }, MemberResetError>> {
	const member = await members(db).find(organizationId, userId);
	if (!member) return err({ code: 'not-found' });
	const elsewhere = (await members(db).membershipsOf(userId)).some(
		(membership) => !may(administrator, 'organization:manage', membership.organizationId)
	);
	if (elsewhere) return err({ code: 'belongs-elsewhere', name: member.name });
	return ok({ name: member.name, link: await createResetLink(db, userId) });
}
