import { accompanistName } from '$lib/domain/accompanist';
import { faultsOfDriver } from '$lib/domain/paperwork';
import { missed } from '$lib/domain/presence';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { listing } from '$lib/server/listing';
import { recordActions } from '$lib/server/record-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const archived = url.searchParams.has('archives');
	const all = await records(await getDb(), 'accompanist').list(locals.rally.id, { archived });
	return {
		archived,
		faults: archived ? [] : all.flatMap((person) => faultsOfDriver(person, locals.rally.programme)),
		drivers: all.filter(({ drives }) => drives).length,
		list: listing(all, url, {
			text: (row) => `${accompanistName(row)} ${row.employer} ${row.phone}`,
			columns: {
				nom: (row) => `${row.lastName} ${row.firstName}`,
				employeur: (row) => row.employer,
				conduite: (row) => Number(!row.drives),
				presence: (row) => missed(row.absences, locals.rally.programme)
			},
			first: 'nom'
		})
	};
};

export const actions: Actions = recordActions('accompanist');
