import type { Role } from '$lib/domain/access';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { accounts } from '../../db/repositories/accounts';
import { invitations, type Invitation } from '../../db/repositories/invitations';
import { fingerprint } from './link-token';

export type ClosedInvitation = { code: 'unknown' | 'expired' | 'used' | 'revoked' };

export interface OpenInvitation {
	organizationName: string;
	email: string;
	role: Role;
	/** Whether the address already has an account: then one signs in instead of choosing a password. */
	hasAccount: boolean;
}

/** What an invitation link opens. */
export async function readInvitation(
	db: Db,
	token: string,
	now = new Date()
): Promise<Result<OpenInvitation, ClosedInvitation>> {
	const found = whenOpen(await invitations(db).find(fingerprint(token)), now);
	if (!found.ok) return found;
	const { organizationName, email, role } = found.value;
	return ok({ organizationName, email, role, hasAccount: (await accounts(db).withEmail(email)) !== null });
}

/** The invitation if it can still be accepted, else why not. */
export function whenOpen(found: Invitation | null, now: Date): Result<Invitation, ClosedInvitation> {
	if (!found) return err({ code: 'unknown' });
	if (found.status === 'accepted') return err({ code: 'used' });
	if (found.status !== 'pending') return err({ code: 'revoked' });
	if (found.expiresAt <= now) return err({ code: 'expired' });
	return ok(found);
}
