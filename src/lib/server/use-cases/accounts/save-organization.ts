import { z } from 'zod';
import { organizerNetworks } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { organizations } from '../../db/repositories/organizations';
import * as field from '../../fields';

export const SaveOrganization = z.object({
	name: field.required('Écrivez le nom de votre structure.', 120),
	network: field.choice(organizerNetworks, 'Choisissez le réseau de votre structure.')
});

export const saveOrganization = async (
	db: Db,
	organizationId: string,
	values: z.output<typeof SaveOrganization>
) => {
	await organizations(db).save(organizationId, values);
};
