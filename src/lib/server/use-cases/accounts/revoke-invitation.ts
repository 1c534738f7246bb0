import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { invitations } from '../../db/repositories/invitations';

/** The link of an invitation stops working. */
export const revokeInvitation = async (
	db: Db,
	organizationId: string,
	id: string
): Promise<Result<void, { code: 'not-found' }>> =>
	(await invitations(db).revoke(organizationId, { id })) > 0 ? ok(undefined) : err({ code: 'not-found' });
