import { error, fail, redirect } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { env } from '$lib/server/env';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { CompanyForm } from '$lib/server/use-cases/companies/company-form';
import { saveCompany } from '$lib/server/use-cases/companies/save-company';
import { refuseCompany } from '../refusal';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const company = await records(await getDb(), 'company').find(locals.rally.id, params.company);
	if (!company) error(404, 'Cette entreprise n’existe pas, ou plus.');
	return { company, tiles: env().tiles };
};

export const actions: Actions = {
	default: async ({ params, request, locals, cookies }) => {
		const form = await readForm(request, CompanyForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const saved = await saveCompany(await getDb(), locals.rally, params.company, form.value, locals.actor!);
		if (!saved.ok) return refuseCompany(saved.error, form.typed, form.value);
		flash(cookies, { message: `« ${form.value.name} » est enregistrée.`, undo: saved.value.change });
		redirect(303, `/rallyes/${locals.rally.id}/entreprises`);
	}
};
