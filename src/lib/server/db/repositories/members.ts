import { and, asc, count, eq } from 'drizzle-orm';
import { isRole, type Actor, type Role } from '$lib/domain/access';
import type { Db } from '../client';
import { member, organization, user } from '../schema';

export interface Member {
	userId: string;
	name: string;
	email: string;
	role: Role;
	since: Date;
}

/** A role this version does not know gives no right: the row is as if it were not there. */
const withKnownRole = <T extends { role: string }>(rows: T[]) =>
	rows.filter((row): row is T & { role: Role } => isRole(row.role));

export const members = (db: Db) => ({
	async membershipsOf(userId: string): Promise<Actor['memberships']> {
		const rows = await db
			.select({
				organizationId: organization.id,
				organizationName: organization.name,
				network: organization.network,
				role: member.role
			})
			.from(member)
			.innerJoin(organization, eq(organization.id, member.organizationId))
			.where(eq(member.userId, userId))
			.orderBy(asc(member.createdAt), asc(organization.id));
		return withKnownRole(rows);
	},

	async of(organizationId: string): Promise<Member[]> {
		const rows = await db
			.select({
				userId: user.id,
				name: user.name,
				email: user.email,
				role: member.role,
				since: member.createdAt
			})
			.from(member)
			.innerJoin(user, eq(user.id, member.userId))
			.where(eq(member.organizationId, organizationId))
			.orderBy(asc(member.createdAt), asc(user.id));
		return withKnownRole(rows);
	},

	async find(organizationId: string, userId: string): Promise<Member | null> {
		const [row] = await db
			.select({
				userId: user.id,
				name: user.name,
				email: user.email,
				role: member.role,
				since: member.createdAt
			})
			.from(member)
			.innerJoin(user, eq(user.id, member.userId))
			.where(and(eq(member.organizationId, organizationId), eq(member.userId, userId)));
		return row ? (withKnownRole([row])[0] ?? null) : null;
	},

	async administrators(organizationId: string): Promise<number> {
		const [row] = await db
			.select({ n: count() })
			.from(member)
			.where(and(eq(member.organizationId, organizationId), eq(member.role, 'administrator')));
		return Number(row?.n ?? 0);
	},

	setRole: (organizationId: string, userId: string, role: Role) =>
		db
			.update(member)
			.set({ role })
			.where(and(eq(member.organizationId, organizationId), eq(member.userId, userId))),

	remove: (organizationId: string, userId: string) =>
		db.delete(member).where(and(eq(member.organizationId, organizationId), eq(member.userId, userId)))
});
