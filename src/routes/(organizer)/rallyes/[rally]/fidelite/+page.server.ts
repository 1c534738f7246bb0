import { fail, redirect } from '@sveltejs/kit';
import { plural } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { derogations } from '$lib/server/db/repositories/publications';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { readGrid } from '$lib/server/use-cases/fidelity/read-grid';
import { GridForm, scoreGrid } from '$lib/server/use-cases/fidelity/score-grid';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally } }) => ({
	rows: await readGrid(await getDb(), rally, new Date()),
	derogations: await derogations(await getDb()).list(rally.id)
});

export const actions: Actions = {
	default: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, GridForm);
		if (!form.ok) return fail(400, { ...form.error, clashes: [] });

		const { rally, actor } = locals;
		const { saved, clashes } = await scoreGrid(await getDb(), rally, 'organizer', form.value.lines, actor!);
		if (clashes.length > 0) return fail(409, { typed: form.typed, problems: {}, clashes });
		flash(cookies, {
			message: saved > 0 ? `${plural(saved, 'ligne')} de la grille enregistrée.` : 'Rien n’avait changé.'
		});
		redirect(303, url.pathname);
	}
};
