import { fail, redirect } from '@sveltejs/kit';
import { organizationWith } from '$lib/domain/access';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { addTool, LibraryForm } from '$lib/server/use-cases/network/library';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals: { actor }, cookies }) => {
		const form = await readForm(request, LibraryForm);
		if (!form.ok) return fail(400, form.error);
		await addTool(await getDb(), organizationWith(actor, 'federation:write')!, form.value, actor!);
		flash(cookies, { message: 'L’outil est publié.' });
		redirect(303, '/federation/bibliotheque');
	}
};
