import { fail } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { readForm } from '$lib/server/form';
import { done } from '$lib/server/record-actions';
import { CompanyForm } from '$lib/server/use-cases/companies/company-form';
import { addCompany } from '$lib/server/use-cases/companies/save-company';
import { lookUpActions, lookUps, withProposedSector } from '../look-up';
import { refuseCompany } from '../refusal';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ tiles: env().tiles, services: lookUps() });

export const actions: Actions = {
	...lookUpActions,

	save: async (event) => {
		const form = await readForm(event.request, CompanyForm);
		if (!form.ok) return fail(400, withProposedSector(form.error));

		const added = await addCompany(await getDb(), event.locals.rally, form.value, event.locals.actor!);
		if (!added.ok) return refuseCompany(added.error, form);
		return done(event, 'company', 'added', form.value.name, added.value);
	}
};
