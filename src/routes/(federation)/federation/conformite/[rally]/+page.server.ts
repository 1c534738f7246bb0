import { error, fail, redirect } from '@sveltejs/kit';
import { plural } from '$lib/domain/french';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { GridForm } from '$lib/server/use-cases/fidelity/score-grid';
import { readRallyCompliance, scoreAsFederation } from '$lib/server/use-cases/network/read-compliance';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const compliance = await readRallyCompliance(await getDb(), params.rally);
	if (!compliance) error(404, NOT_FOUND);
	return compliance;
};

export const actions: Actions = {
	default: async ({ request, params, locals, cookies, url }) => {
		const form = await readForm(request, GridForm);
		if (!form.ok) return fail(400, { ...form.error, clashes: [] });
		const scored = await scoreAsFederation(await getDb(), params.rally, form.value.lines, locals.actor!);
		if (!scored) error(404, NOT_FOUND);
		const { saved, clashes } = scored;
		if (clashes.length > 0) return fail(409, { typed: form.typed, problems: {}, clashes });
		const message =
			saved > 0 ? `Note de la fédération : ${plural(saved, 'ligne')} enregistrée.` : 'Rien n’avait changé.';
		flash(cookies, { message });
		redirect(303, url.pathname);
	}
};
