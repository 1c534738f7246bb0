import { faultsOfVehicle } from '$lib/domain/paperwork';
import { missed, tightestHalfDay } from '$lib/domain/presence';
import { vehicleKinds, vehicleOwners } from '$lib/domain/vehicle';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { listing } from '$lib/server/listing';
import { recordActions } from '$lib/server/record-actions';
import { seatedPeople } from './seated-people';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally }, url }) => {
	const archived = url.searchParams.has('archives');
	const all = await records(await getDb(), 'vehicle').list(rally.id, { archived });
	const { participants, accompanists } = await seatedPeople(rally.id);
	return {
		archived,
		participants: participants.length,
		accompanists: accompanists.length,
		seats: all.reduce((total, { seats }) => total + seats, 0),
		faults: archived ? [] : all.flatMap((vehicle) => faultsOfVehicle(vehicle, rally.programme)),
		tightest: tightestHalfDay(rally.programme, all, [...participants, ...accompanists]),
		list: listing(all, url, {
			text: (row) => `${row.name} ${row.plate} ${row.ownerName} ${vehicleOwners[row.owner]}`,
			columns: {
				nom: (row) => row.name,
				type: (row) => vehicleKinds[row.kind],
				places: (row) => row.seats,
				fauteuil: (row) => row.wheelchairPlaces,
				proprietaire: (row) => row.ownerName || vehicleOwners[row.owner],
				disponibilite: (row) => missed(row.absences, rally.programme)
			},
			first: 'nom'
		})
	};
};

export const actions: Actions = recordActions('vehicle');
