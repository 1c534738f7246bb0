import type { Actor } from '$lib/domain/access';
import type { Db } from '../db/client';
import { members } from '../db/repositories/members';
import { authOf } from './auth';

/** Raw `Set-Cookie` headers for the browser: whoever starts, renews or ends a session hands them to the route. */
export type SetCookies = string[];

export interface SignedIn {
	actor: Actor;
	cookies: SetCookies;
}

/** Who sends these headers. Null for nobody, for an unknown session and for one that has expired. */
export async function readSession(db: Db, headers: Headers): Promise<SignedIn | null> {
	const { response, headers: answered } = await authOf(db).api.getSession({ headers, returnHeaders: true });
	if (!response) return null;
	return { actor: await actorOf(db, response.user), cookies: answered.getSetCookie() };
}

/** Somebody with what they are in each of their organisations. */
export const actorOf = async (db: Db, user: { id: string; name: string; email: string }): Promise<Actor> => ({
	userId: user.id,
	name: user.name,
	email: user.email,
	memberships: await members(db).membershipsOf(user.id)
});
