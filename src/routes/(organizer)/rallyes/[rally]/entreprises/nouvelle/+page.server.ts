import { redirect } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { CompanyForm } from '$lib/server/use-cases/companies/company-form';
import { addCompany } from '$lib/server/use-cases/companies/save-company';
import { fail } from '@sveltejs/kit';
import { refuseCompany } from '../refusal';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ tiles: env().tiles });

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, CompanyForm);
		if (!form.ok) return fail(400, form.error);

		const added = await addCompany(await getDb(), locals.rally, form.value, locals.actor!);
		if (!added.ok) return refuseCompany(added.error, form.typed, form.value);
		flash(cookies, { message: `« ${form.value.name} » est ajoutée.`, undo: added.value.change });
		redirect(303, `/rallyes/${locals.rally.id}/entreprises`);
	}
};
