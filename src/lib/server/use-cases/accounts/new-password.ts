import { z } from 'zod';
import { RESET_LINK_MINUTES } from '$lib/domain/account';
import { err, ok, type Result } from '$lib/domain/result';
import { authOf } from '../../auth/auth';
import { refusedBy } from '../../auth/refused';
import type { Db } from '../../db/client';
import { accounts } from '../../db/repositories/accounts';
import { env } from '../../env';
import { newPassword } from './account-fields';
import { looksLikeToken, newToken } from './link-token';

export const NewPassword = z.object({ password: newPassword() });

/** As better-auth names what its `resetPassword` looks for; it keeps the fingerprint only. */
const identifier = (token: string) => `reset-password:${token}`;

/** A link with which this person chooses a new password, once; earlier ones stop working. Who asks was decided before. */
export async function createResetLink(db: Db, userId: string, now = new Date()): Promise<string> {
	const token = newToken();
	const { internalAdapter } = await authOf(db).$context;
	await accounts(db).forgetResetLinks(userId);
	await internalAdapter.createVerificationValue({
		value: userId,
		identifier: identifier(token),
		expiresAt: new Date(now.getTime() + RESET_LINK_MINUTES * 60_000)
	});
	return `${env().origin}/nouveau-mot-de-passe/${token}`;
}

/** Whether the link can still be used. */
export async function resetLinkWorks(db: Db, token: string, now = new Date()): Promise<boolean> {
	if (!looksLikeToken(token)) return false;
	const { internalAdapter } = await authOf(db).$context;
	const found = await internalAdapter.findVerificationValue(identifier(token));
	return found !== null && found.expiresAt > now;
}

/** Sets the password that a reset link allows, and ends every session of the account. */
export async function setNewPassword(
	db: Db,
	token: string,
	password: string
): Promise<Result<void, { code: 'link-closed' }>> {
	if (!looksLikeToken(token)) return err({ code: 'link-closed' });
	try {
		await authOf(db).api.resetPassword({ body: { token, newPassword: password } });
		return ok(undefined);
	} catch (problem) {
		if (refusedBy(problem, 'INVALID_TOKEN', 'USER_NOT_FOUND')) return err({ code: 'link-closed' });
		throw problem;
	}
}
