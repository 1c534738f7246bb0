import { error, fail } from '@sveltejs/kit';
import { vehicleFields } from '$lib/domain/fields/vehicle';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { done, NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError } from '$lib/server/refusal';
import { VehicleForm } from '$lib/server/use-cases/vehicles/vehicle-form';
import { saveVehicle } from '$lib/server/use-cases/vehicles/save-vehicle';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const vehicle = await records(await getDb(), 'vehicle').find(locals.rally.id, params.vehicle);
	if (!vehicle) error(404, NO_SUCH_RECORD);
	return { vehicle };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, VehicleForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await saveVehicle(await getDb(), rally, event.params.vehicle, form.value, actor!);
		if (!saved.ok) return answerEditError(saved.error, form.value, vehicleFields);
		return done(event, 'vehicle', 'saved', form.value.name, saved.value);
	}
};
