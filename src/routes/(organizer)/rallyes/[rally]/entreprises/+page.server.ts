import { companyStates } from '$lib/domain/company';
import { sectors } from '$lib/domain/sector';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { listing } from '$lib/server/listing';
import { recordActions } from '$lib/server/record-actions';
import { slotsOutside } from '$lib/server/use-cases/companies/opening-hours';
import type { Actions, PageServerLoad } from './$types';

const stateOrder = Object.keys(companyStates);

export const load: PageServerLoad = async ({ locals, url }) => {
	const archived = url.searchParams.has('archives');
	const all = await records(await getDb(), 'company').list(locals.rally.id, { archived });
	return {
		archived,
		/** Companies with a slot outside the hours they gave. */
		outside: new Set(all.filter((one) => slotsOutside(one) > 0).map(({ id }) => id)),
		list: listing(all, url, {
			text: (row) => `${row.name} ${row.commune} ${sectors[row.sector]} ${row.contactName}`,
			columns: {
				nom: (row) => row.name,
				secteur: (row) => sectors[row.sector],
				commune: (row) => row.commune,
				etat: (row) => stateOrder.indexOf(row.state),
				creneaux: (row) => row.slots.length
			},
			first: 'nom'
		})
	};
};

export const actions: Actions = recordActions('company');
