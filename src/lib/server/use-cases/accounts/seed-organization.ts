import type { Role } from '$lib/domain/access';
import type { OrganizerNetwork } from '$lib/domain/rally';
import { authOf } from '../../auth/auth';
import type { Db } from '../../db/client';
import { createAccount, createOrganization } from './create-account';

export interface SeededMember {
	name: string;
	email: string;
	/** 12 characters at least, like any other. */
	password: string;
	role: Role;
}

export interface Seeded {
	organizationId: string;
	/** In the order given. */
	userIds: string[];
}

/**
 * For demonstrations and tests: an organisation whose members have known passwords. The first member must be an
 * administrator. Throws when an e-mail already has an account.
 */
export const seedOrganization = (
	db: Db,
	organization: { name: string; network: OrganizerNetwork },
	[administrator, ...others]: [SeededMember & { role: 'administrator' }, ...SeededMember[]]
): Promise<Seeded> =>
	db.transaction(async (tx) => {
		const userIds = [await seedAccount(tx, administrator)];
		const organizationId = await createOrganization(tx, organization, userIds[0]!);
		for (const other of others) {
			const userId = await seedAccount(tx, other);
			await authOf(tx).api.addMember({ body: { organizationId, userId, role: other.role } });
			userIds.push(userId);
		}
		return { organizationId, userIds };
	});

/** An account with a known password and no organisation; answers its id. */
export async function seedAccount(db: Db, person: Omit<SeededMember, 'role'>): Promise<string> {
	const { userId } = await createAccount(db, { ...person, email: person.email.toLowerCase() });
	// Signing up opens a session, which nobody holds here.
	await (await authOf(db).$context).internalAdapter.deleteUserSessions(userId);
	return userId;
}
