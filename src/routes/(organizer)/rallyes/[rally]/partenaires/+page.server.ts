import { partnerCategories, partnerRoles } from '$lib/domain/partner';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { listing } from '$lib/server/listing';
import { recordActions } from '$lib/server/record-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const archived = url.searchParams.has('archives');
	const all = await records(await getDb(), 'partner').list(locals.rally.id, { archived });
	const rolesOf = (row: (typeof all)[number]) => row.roles.map((role) => partnerRoles[role]).join(' ');
	return {
		archived,
		list: listing(all, url, {
			text: (row) => `${row.name} ${row.contactName} ${partnerCategories[row.category]} ${rolesOf(row)}`,
			columns: {
				nom: (row) => row.name,
				categorie: (row) => partnerCategories[row.category],
				roles: rolesOf,
				cloture: (row) => Number(!row.invitedToClosing)
			},
			first: 'nom'
		})
	};
};

export const actions: Actions = recordActions('partner');
