import { fail } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { done } from '$lib/server/record-actions';
import { VehicleForm } from '$lib/server/use-cases/vehicles/vehicle-form';
import { addVehicle } from '$lib/server/use-cases/vehicles/save-vehicle';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, VehicleForm);
		if (!form.ok) return fail(400, form.error);

		const added = await addVehicle(await getDb(), event.locals.rally, form.value, event.locals.actor!);
		return done(event, 'vehicle', 'added', form.value.name, added);
	}
};
