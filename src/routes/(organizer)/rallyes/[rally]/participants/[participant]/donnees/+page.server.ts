import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '$lib/domain/access';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { eraseOnePerson } from '$lib/server/use-cases/retention/erase-person';
import { copyOfPerson } from '$lib/server/use-cases/retention/person-copy';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const copy = await copyOfPerson(await getDb(), locals.rally, params.participant);
	if (!copy) error(404, NO_SUCH_RECORD);
	return {
		participantId: params.participant,
		name: copy.name,
		sections: copy.sections,
		at: new Date(),
		mayErase: may(locals.actor, 'organization:manage', locals.rally.organizationId)
	};
};

export const actions: Actions = {
	default: async ({ request, params, locals, cookies }) => {
		const form = await readForm(request, z.object({ agreed: z.literal('on') }));
		if (!form.ok) return fail(400, { says: 'Cochez d’abord la case : l’effacement ne se défait pas.' });
		const { rally, actor } = locals;
		const done = await eraseOnePerson(await getDb(), rally, params.participant, actor!, new Date());
		if (!done.ok) error(404, NO_SUCH_RECORD);
		flash(cookies, {
			message: done.value.counted
				? 'La personne est effacée. Les chiffres du rallye la comptent encore, sans elle.'
				: 'La personne est effacée.'
		});
		redirect(303, `/rallyes/${rally.id}/participants`);
	}
};
