import { createInsertSchema } from 'drizzle-zod';
import type { z } from 'zod';
import { vehicleKinds, vehicleOwners } from '$lib/domain/vehicle';
import { vehicle } from '../../db/schema';
import * as field from '../../fields';
import { bookkeeping } from '../records/bookkeeping';

/** What the form of a vehicle sends, read into the table's own columns. */
export const VehicleForm = createInsertSchema(vehicle, {
	name: field.required('Donnez un nom au véhicule : celui que les équipes reconnaîtront.', 80),
	kind: field.choice(vehicleKinds),
	seats: field.whole(2, 9),
	wheelchairPlaces: field.whole(0, 4),
	owner: field.choice(vehicleOwners),
	ownerName: field.text(120),
	plate: field.text(20),
	insurance: field.declarationOrNull(),
	inspection: field.declarationOrNull(),
	absences: field.absences()
})
	.omit(bookkeeping)
	.refine(({ seats, wheelchairPlaces }) => wheelchairPlaces < seats, {
		error: 'Il n’y a pas plus de places pour fauteuil que de places de passagers.',
		path: ['wheelchairPlaces']
	});

export type VehicleInput = z.output<typeof VehicleForm>;
