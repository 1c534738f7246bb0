import { z } from 'zod';
import { roles } from '$lib/domain/access';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { members, type Member } from '../../db/repositories/members';
import { organizations } from '../../db/repositories/organizations';
import * as field from '../../fields';

export const ChangeRole = z.object({ userId: z.string().min(1).max(64), role: field.choice(roles) });
export const OneMember = z.object({ userId: z.string().min(1).max(64) });

/** An organisation always keeps somebody who can let others in. */
export type ChangeMemberError = { code: 'not-found' } | { code: 'last-administrator'; name: string };

export const changeRole = (db: Db, organizationId: string, { userId, role }: z.output<typeof ChangeRole>) =>
	changeMember(db, organizationId, userId, role === 'administrator', (tx) =>
		members(tx).setRole(organizationId, userId, role)
	);

/** Takes somebody out of the organisation. Their account stays: it may belong to others, or come back. */
export const removeMember = (db: Db, organizationId: string, userId: string) =>
	changeMember(db, organizationId, userId, false, (tx) => members(tx).remove(organizationId, userId));

const changeMember = (
	db: Db,
	organizationId: string,
	userId: string,
	staysAdministrator: boolean,
	change: (tx: Db) => PromiseLike<unknown>
): Promise<Result<Member, ChangeMemberError>> =>
	db.transaction(async (tx) => {
		// Two administrators who take each other's role away at once wait here for one another.
		await organizations(tx).lock(organizationId);
		const member = await members(tx).find(organizationId, userId);
		if (!member) return err({ code: 'not-found' });
		const isLast =
			member.role === 'administrator' && (await members(tx).administrators(organizationId)) === 1;
		if (isLast && !staysAdministrator) return err({ code: 'last-administrator', name: member.name });
		await change(tx);
		return ok(member);
	});
