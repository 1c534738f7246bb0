import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { plural } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { keyOf, noteNamesGiven, readHostNames } from '$lib/server/use-cases/host-names/read-host-names';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const list = await readHostNames(await getDb(), locals.rally, params.company);
	if (!list) error(404, NO_SUCH_RECORD);
	return { list, key: keyOf(list) };
};

export const actions: Actions = {
	default: async ({ request, locals, params, cookies }) => {
		const form = await readForm(request, z.object({ key: z.string().max(4000) }));
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = locals;
		const noted = await noteNamesGiven(await getDb(), rally, params.company, form.value.key, actor!);
		if (!noted.ok && noted.error.code === 'not-found') error(404, NO_SUCH_RECORD);
		flash(cookies, {
			message: noted.ok
				? `C’est noté : ${plural(noted.value.count, 'nom donné', 'noms donnés')}.`
				: 'La liste a changé depuis que vous l’avez lue : regardez-la de nouveau avant de l’envoyer.'
		});
		redirect(303, `/rallyes/${rally.id}/entreprises/${params.company}/noms`);
	}
};
