import { error, fail } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { env } from '$lib/server/env';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { done, NO_SUCH_RECORD } from '$lib/server/record-actions';
import { CompanyForm } from '$lib/server/use-cases/companies/company-form';
import { saveCompany } from '$lib/server/use-cases/companies/save-company';
import { refuseCompany } from '../refusal';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const company = await records(await getDb(), 'company').find(locals.rally.id, params.company);
	if (!company) error(404, NO_SUCH_RECORD);
	return { company, tiles: env().tiles };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, CompanyForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await saveCompany(await getDb(), rally, event.params.company, form.value, actor!);
		if (!saved.ok) return refuseCompany(saved.error, form);
		return done(event, 'company', 'saved', form.value.name, saved.value);
	}
};
