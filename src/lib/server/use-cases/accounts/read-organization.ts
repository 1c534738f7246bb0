import type { Db } from '../../db/client';
import { invitations, type Invitation } from '../../db/repositories/invitations';
import { members, type Member } from '../../db/repositories/members';
import { organizations, type Organization } from '../../db/repositories/organizations';

export interface OrganizationFile extends Organization {
	members: Member[];
	pending: Pick<Invitation, 'id' | 'email' | 'role' | 'expiresAt'>[];
}

/** An organisation with its members and open invitations. */
export async function readOrganization(
	db: Db,
	id: string,
	now = new Date()
): Promise<OrganizationFile | null> {
	const organization = await organizations(db).find(id);
	if (!organization) return null;
	return {
		...organization,
		members: await members(db).of(id),
		pending: await invitations(db).pending(id, now)
	};
}
