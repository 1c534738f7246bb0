import { error, fail } from '@sveltejs/kit';
import { exchangeFields } from '$lib/domain/fields/mobilisation';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError, refuse } from '$lib/server/refusal';
import { ExchangeForm } from '$lib/server/use-cases/mobilisation/exchange-form';
import { saveExchange } from '$lib/server/use-cases/mobilisation/log-exchange';
import { archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { doneAt } from '../../../done';
import { todayHere } from '../../../today';
import { companyNamed } from '../../company-named';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
	const { id, name, contactName, contactMode } = await companyNamed(locals.rally.id, params.company);
	const exchange = await records(await getDb(), 'exchange').find(locals.rally.id, params.exchange);
	if (exchange?.companyId !== id || exchange.archivedAt) error(404, NO_SUCH_RECORD);
	return { company: { id, name, contactName, contactMode }, exchange, today: todayHere() };
};

const pageOf = ({ locals, params }: RequestEvent) =>
	`/rallyes/${locals.rally.id}/mobilisation/${params.company}`;

export const actions: Actions = {
	save: async (event) => {
		const form = await readForm(event.request, ExchangeForm);
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const { exchange } = event.params;
		const saved = await saveExchange(await getDb(), rally, exchange, form.value, actor!, todayHere());
		if (saved.ok) return doneAt(event, pageOf(event), 'L’échange est corrigé.', saved.value.change);
		if (saved.error.code === 'still-to-come')
			return refuse(form.typed, { on: ['Ce jour n’est pas encore venu.'] });
		return answerEditError(saved.error, form.value, exchangeFields);
	},

	remove: async (event) => {
		const { rally, actor } = event.locals;
		const removed = await archiveRecord(await getDb(), 'exchange', rally, event.params.exchange, actor!);
		if (!removed.ok) error(404, NO_SUCH_RECORD);
		return doneAt(
			event,
			pageOf(event),
			'L’échange est retiré ; l’entreprise reste où elle en était.',
			removed.value.change
		);
	}
};
