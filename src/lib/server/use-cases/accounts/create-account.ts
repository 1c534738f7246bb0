import { randomUUID } from 'node:crypto';
import type { OrganizerNetwork } from '$lib/domain/rally';
import { authOf } from '../../auth/auth';
import type { SetCookies } from '../../auth/session';
import type { Db } from '../../db/client';

/** Creates somebody's account and signs them in. The caller has made sure that the e-mail is free. */
export async function createAccount(
	db: Db,
	{ name, email, password }: { name: string; email: string; password: string }
): Promise<{ userId: string; cookies: SetCookies }> {
	const { response, headers } = await authOf(db).api.signUpEmail({
		body: { name, email, password },
		returnHeaders: true
	});
	return { userId: response.user.id, cookies: headers.getSetCookie() };
}

/** Creates an organisation with its first administrator; answers its id. */
export async function createOrganization(
	db: Db,
	{ name, network }: { name: string; network: OrganizerNetwork },
	administratorId: string
): Promise<string> {
	const created = await authOf(db).api.createOrganization({
		body: { name, network, slug: randomUUID(), userId: administratorId }
	});
	return created.id;
}
