import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { organizerNetworks } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { SetCookies } from '../../auth/session';
import type { Db } from '../../db/client';
import { accounts } from '../../db/repositories/accounts';
import * as field from '../../fields';
import { newPassword, personName, requiredEmail } from './account-fields';
import { createAccount, createOrganization } from './create-account';

export const OpenInstallation = z.object({
	organization: field.required('Écrivez le nom de votre structure.', 120),
	network: field.choice(organizerNetworks, 'Choisissez le réseau de votre structure.'),
	name: personName(),
	email: requiredEmail(),
	password: newPassword()
});

/** Any constant: two people who open the installation at once go one after the other. */
const OPENING_LOCK = 73_310_002;

/** Creates the first administrator with the first organisation, and signs them in. Only while nobody has an account. */
export const openInstallation = (
	db: Db,
	input: z.output<typeof OpenInstallation>
): Promise<Result<SetCookies, { code: 'already-open' }>> =>
	db.transaction(async (tx) => {
		await tx.execute(sql`select pg_advisory_xact_lock(${OPENING_LOCK})`);
		if (await accounts(tx).any()) return err({ code: 'already-open' });
		const { userId, cookies } = await createAccount(tx, input);
		await createOrganization(tx, { name: input.organization, network: input.network }, userId);
		return ok(cookies);
	});
