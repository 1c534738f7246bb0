import { error, fail } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { ContactForm } from '$lib/server/use-cases/mobilisation/contact-form';
import { addContact } from '$lib/server/use-cases/mobilisation/save-contact';
import { doneAt } from '../../../done';
import { companyNamed } from '../../company-named';
import { SAID } from '../said';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id, name } = await companyNamed(locals.rally.id, params.company);
	return { company: { id, name } };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, ContactForm);
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const { company } = event.params;
		const added = await addContact(await getDb(), rally, company, form.value, actor!);
		if (!added.ok) error(404, NO_SUCH_RECORD);
		const page = `/rallyes/${rally.id}/mobilisation/${company}`;
		return doneAt(event, page, SAID.added(form.value.name), added.value.change);
	}
};
