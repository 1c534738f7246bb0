import { error, fail } from '@sveltejs/kit';
import { guestFields } from '$lib/domain/fields/guest';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { done, NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError } from '$lib/server/refusal';
import { GuestForm } from '$lib/server/use-cases/closing/guest-form';
import { saveGuest } from '$lib/server/use-cases/closing/invite';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const guest = await records(await getDb(), 'guest').find(locals.rally.id, params.guest);
	if (!guest) error(404, NO_SUCH_RECORD);
	return { guest };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, GuestForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await saveGuest(await getDb(), rally, event.params.guest, form.value, actor!);
		if (!saved.ok) return answerEditError(saved.error, form.value, guestFields);
		return done(event, 'guest', 'saved', form.value.name, saved.value);
	}
};
