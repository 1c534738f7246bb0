import { error, fail } from '@sveltejs/kit';
import { nafOf } from '$lib/domain/naf/naf';
import { tradeOf } from '$lib/domain/rome/rome';
import { getDb } from '$lib/server/db/client';
import { toCompany } from '$lib/server/db/repositories/dossiers';
import { records } from '$lib/server/db/repositories/records';
import { env } from '$lib/server/env';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { done, NO_SUCH_RECORD } from '$lib/server/record-actions';
import { hoursOf } from '$lib/server/use-cases/companies/opening-hours';
import { CompanyForm } from '$lib/server/use-cases/companies/company-form';
import { saveCompany } from '$lib/server/use-cases/companies/save-company';
import { hostLinkActions, hostOf } from '../host-link';
import { lookUpActions, lookUps, withProposedSector } from '../look-up';
import { refuseCompany } from '../refusal';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const company = await records(await getDb(), 'company').find(locals.rally.id, params.company);
	if (!company) error(404, NO_SUCH_RECORD);
	const { host } = await hostOf(locals.rally, toCompany(company));
	return {
		company,
		host,
		tiles: env().tiles,
		naf: nafOf(company.naf ?? ''),
		trades: company.romeCodes.map(tradeOf),
		hours: hoursOf(company),
		services: lookUps()
	};
};

export const actions: Actions = {
	...lookUpActions,
	...hostLinkActions,

	save: async (event) => {
		const form = await readForm(event.request, CompanyForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, withProposedSector(form.error));

		const { rally, actor } = event.locals;
		const saved = await saveCompany(await getDb(), rally, event.params.company, form.value, actor!);
		if (!saved.ok) return refuseCompany(saved.error, form);
		return done(event, 'company', 'saved', form.value.name, saved.value);
	}
};
