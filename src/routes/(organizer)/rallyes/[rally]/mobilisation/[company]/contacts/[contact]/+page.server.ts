import { error, fail } from '@sveltejs/kit';
import { contactFields } from '$lib/domain/fields/mobilisation';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError } from '$lib/server/refusal';
import { ContactForm } from '$lib/server/use-cases/mobilisation/contact-form';
import { makeMainContact, saveContact } from '$lib/server/use-cases/mobilisation/save-contact';
import { archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { doneAt } from '../../../done';
import { companyNamed } from '../../company-named';
import { SAID } from '../said';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id, name, contactName } = await companyNamed(locals.rally.id, params.company);
	const contact = await records(await getDb(), 'contact').find(locals.rally.id, params.contact);
	if (contact?.companyId !== id || contact.archivedAt) error(404, NO_SUCH_RECORD);
	return { company: { id, name, contactName }, contact };
};

const pageOf = ({ locals, params }: RequestEvent) =>
	`/rallyes/${locals.rally.id}/mobilisation/${params.company}`;

export const actions: Actions = {
	save: async (event) => {
		const form = await readForm(event.request, ContactForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await saveContact(await getDb(), rally, event.params.contact, form.value, actor!);
		if (!saved.ok) return answerEditError(saved.error, form.value, contactFields);
		return doneAt(event, pageOf(event), SAID.saved(form.value.name), saved.value.change);
	},

	main: async (event) => {
		const { rally, actor } = event.locals;
		const made = await makeMainContact(await getDb(), rally, event.params.contact, actor!);
		if (made.ok) return doneAt(event, pageOf(event), SAID.main(made.value.name), made.value.change);
		if (made.error.code === 'not-found') error(404, NO_SUCH_RECORD);
		return doneAt(event, pageOf(event), 'La fiche vient de changer : recommencez.');
	},

	remove: async (event) => {
		const { rally, actor } = event.locals;
		const removed = await archiveRecord(await getDb(), 'contact', rally, event.params.contact, actor!);
		if (!removed.ok) error(404, NO_SUCH_RECORD);
		return doneAt(event, pageOf(event), SAID.removed('Cette personne'), removed.value.change);
	}
};
