import { z } from 'zod';
import type { Actor } from '$lib/domain/access';
import { err, ok, type Result } from '$lib/domain/result';
import { forgetAttempts, mayTry } from '../../auth/attempts';
import { authOf } from '../../auth/auth';
import { refusedBy } from '../../auth/refused';
import type { SetCookies } from '../../auth/session';
import type { Db } from '../../db/client';
import { newPassword, personName, typedPassword } from './account-fields';
import { signOut } from './sign-out';

export const RenameAccount = z.object({ name: personName() });
export const ChangePassword = z.object({ currentPassword: typedPassword(), newPassword: newPassword() });

/** Changes the name of whoever sends these headers. */
export async function renameAccount(
	db: Db,
	headers: Headers,
	{ name }: z.output<typeof RenameAccount>
): Promise<SetCookies> {
	const { headers: answered } = await authOf(db).api.updateUser({
		body: { name },
		headers,
		returnHeaders: true
	});
	return answered.getSetCookie();
}

export type ChangePasswordError = { code: 'wrong-password' } | { code: 'too-many-attempts'; minutes: number };

/** Changes the password of whoever sends these headers, and ends their sessions on other devices. */
export async function changePassword(
	db: Db,
	headers: Headers,
	{ userId }: Pick<Actor, 'userId'>,
	body: z.output<typeof ChangePassword>
): Promise<Result<SetCookies, ChangePasswordError>> {
	const attempt = { what: 'change-password', whom: userId };
	if (!(await mayTry(db, { ...attempt, max: 10, minutes: 15 })))
		return err({ code: 'too-many-attempts', minutes: 15 });
	try {
		const { headers: answered } = await authOf(db).api.changePassword({
			body: { ...body, revokeOtherSessions: true },
			headers,
			returnHeaders: true
		});
		await forgetAttempts(db, attempt);
		return ok(answered.getSetCookie());
	} catch (problem) {
		if (refusedBy(problem, 'INVALID_PASSWORD')) return err({ code: 'wrong-password' });
		throw problem;
	}
}

/** Ends every session of whoever sends these headers, this one included; answers the cookies that clear it. */
export async function signOutEverywhere(db: Db, headers: Headers): Promise<SetCookies> {
	await authOf(db).api.revokeSessions({ headers });
	return signOut(db, headers);
}
