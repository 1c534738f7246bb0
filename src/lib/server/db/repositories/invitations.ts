import { and, asc, eq, gt } from 'drizzle-orm';
import { isRole, type Role } from '$lib/domain/access';
import type { Db } from '../client';
import { invitation, organization } from '../schema';

/** Words of better-auth's organization plugin, whose table this is. */
export type InvitationStatus = 'pending' | 'accepted' | 'canceled';

export interface Invitation {
	/** Fingerprint of the token in the link: the link itself is kept nowhere. */
	id: string;
	organizationId: string;
	organizationName: string;
	email: string;
	role: Role;
	status: InvitationStatus;
	expiresAt: Date;
}

const columns = {
	id: invitation.id,
	organizationId: invitation.organizationId,
	organizationName: organization.name,
	email: invitation.email,
	role: invitation.role,
	status: invitation.status,
	expiresAt: invitation.expiresAt
};

type Row = Omit<Invitation, 'role' | 'status'> & { role: string | null; status: string };

const toInvitation = (row: Row): Invitation => ({
	...row,
	role: row.role && isRole(row.role) ? row.role : 'reader',
	status: row.status as InvitationStatus
});

export const invitations = (db: Db) => ({
	async find(id: string): Promise<Invitation | null> {
		const [row] = await select(db).where(eq(invitation.id, id));
		return row ? toInvitation(row) : null;
	},

	/** Takes the invitation until the transaction ends: of two who accept it at once, one comes second. */
	async lock(id: string): Promise<Invitation | null> {
		const [row] = await select(db).where(eq(invitation.id, id)).for('update', { of: invitation });
		return row ? toInvitation(row) : null;
	},

	/** Those still open, the oldest first. */
	async pending(organizationId: string, now: Date): Promise<Invitation[]> {
		const rows = await select(db)
			.where(
				and(
					eq(invitation.organizationId, organizationId),
					eq(invitation.status, 'pending'),
					gt(invitation.expiresAt, now)
				)
			)
			.orderBy(asc(invitation.createdAt), asc(invitation.id));
		return rows.map(toInvitation);
	},

	add: (
		row: Pick<Invitation, 'id' | 'organizationId' | 'email' | 'role' | 'expiresAt'> & { inviterId: string }
	) => db.insert(invitation).values(row),

	async setStatus(id: string, status: InvitationStatus): Promise<void> {
		await db.update(invitation).set({ status }).where(eq(invitation.id, id));
	},

	/** Closes the open invitations of this organisation, to one address or with one id; answers how many. */
	async revoke(organizationId: string, which: { id: string } | { email: string }): Promise<number> {
		const one = 'id' in which ? eq(invitation.id, which.id) : eq(invitation.email, which.email);
		const revoked = await db
			.update(invitation)
			.set({ status: 'canceled' })
			.where(and(eq(invitation.organizationId, organizationId), eq(invitation.status, 'pending'), one))
			.returning({ id: invitation.id });
		return revoked.length;
	}
});

const select = (db: Db) =>
	db.select(columns).from(invitation).innerJoin(organization, eq(organization.id, invitation.organizationId));
