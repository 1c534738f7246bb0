import { authOf } from '../../auth/auth';
import type { SetCookies } from '../../auth/session';
import type { Db } from '../../db/client';

/** Ends the session that these headers carry, if any; answers the cookies that clear it. */
export async function signOut(db: Db, headers: Headers): Promise<SetCookies> {
	const { headers: answered } = await authOf(db).api.signOut({ headers, returnHeaders: true });
	return answered.getSetCookie();
}
