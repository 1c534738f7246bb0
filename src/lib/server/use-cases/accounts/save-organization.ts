import { z } from 'zod';
import { carrierNetworks } from '$lib/domain/carrier-networks/networks';
import { organizerNetworks } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { organizations } from '../../db/repositories/organizations';
import * as field from '../../fields';

export const SaveOrganization = z.object({
	name: field.required('Écrivez le nom de votre structure.', 120),
	network: field.choice(organizerNetworks, 'Choisissez le réseau de votre structure.'),
	carrierNetworks: field.choices(carrierNetworks)
});

export type SaveOrganizationError = { code: 'not-the-federation' };

/**
 * Nobody makes their organisation the federation, which reads every other's bilans: only the first organisation of an
 * installation may be it, as long as it is alone.
 */
export async function saveOrganization(
	db: Db,
	organizationId: string,
	values: z.output<typeof SaveOrganization>
): Promise<Result<null, SaveOrganizationError>> {
	const before = await organizations(db).find(organizationId);
	const becomes = values.network === 'federation' && before?.network !== 'federation';
	if (becomes && (await organizations(db).count()) > 1) return err({ code: 'not-the-federation' });
	await organizations(db).save(organizationId, values);
	return ok(null);
}
