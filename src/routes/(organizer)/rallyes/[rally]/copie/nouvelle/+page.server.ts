import { fail, redirect } from '@sveltejs/kit';
import { plural, quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { CopyForm, copyRally } from '$lib/server/use-cases/rallies/copy-rally';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, CopyForm);
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = locals;
		const { id, companies, partners } = await copyRally(await getDb(), rally, form.value, actor!);
		const along = [plural(companies, 'entreprise'), plural(partners, 'partenaire')].join(' et ');
		flash(cookies, {
			message: `${quoted(form.value.title)} est ouvert, avec ${along} à recontacter. Vérifiez son programme.`
		});
		redirect(303, `/rallyes/${id}/reglages`);
	}
};
