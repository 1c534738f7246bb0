import { z } from 'zod';
import { err, ok, type Result } from '$lib/domain/result';
import { forgetAttempts, mayTry } from '../../auth/attempts';
import { authOf } from '../../auth/auth';
import { refusedBy } from '../../auth/refused';
import { actorOf, type SignedIn } from '../../auth/session';
import type { Db } from '../../db/client';
import { requiredEmail, typedPassword } from './account-fields';

export const SignIn = z.object({ email: requiredEmail(), password: typedPassword() });

/** Which of the two was wrong is not said: it would tell who has an account. */
export type SignInError = { code: 'wrong-credentials' } | { code: 'too-many-attempts'; minutes: number };

const MINUTES = 15;

/** Opens a session with an e-mail and a password. `address` is the network address it comes from. */
export async function signIn(
	db: Db,
	{ email, password }: z.output<typeof SignIn>,
	address: string
): Promise<Result<SignedIn, SignInError>> {
	const account = { what: 'sign-in', whom: email };
	const allowed =
		(await mayTry(db, { ...account, max: 10, minutes: MINUTES })) &&
		(await mayTry(db, { what: 'sign-in-from', whom: address, max: 60, minutes: MINUTES }));
	if (!allowed) return err({ code: 'too-many-attempts', minutes: MINUTES });

	try {
		const { response, headers } = await authOf(db).api.signInEmail({
			body: { email, password },
			returnHeaders: true
		});
		await forgetAttempts(db, account);
		return ok({ actor: await actorOf(db, response.user), cookies: headers.getSetCookie() });
	} catch (problem) {
		if (refusedBy(problem, 'INVALID_EMAIL_OR_PASSWORD', 'INVALID_EMAIL'))
			return err({ code: 'wrong-credentials' });
		throw problem;
	}
}
