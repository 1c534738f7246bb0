import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { companyFields } from '$lib/domain/fields/company';
import { plural, quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { plans } from '$lib/server/db/repositories/plans';
import { records } from '$lib/server/db/repositories/records';
import { env } from '$lib/server/env';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { decideAnswer, DecisionForm, type Decided } from '$lib/server/use-cases/host-answers/decide-answer';
import { readAnswers } from '$lib/server/use-cases/host-answers/read-answers';
import { reopenRefused } from '$lib/server/use-cases/host-answers/reopen-answer';
import { giveHostLinks } from '$lib/server/use-cases/host-links/give-link';
import { todayHere } from '../../mobilisation/today';
import type { Actions, PageServerLoad } from './$types';

const MEANWHILE =
	'Cette réponse ou cette fiche a changé pendant que vous la regardiez. Voici où elles en sont : décidez de nouveau.';

export const load: PageServerLoad = async ({ locals }) =>
	readAnswers(await getDb(), locals.rally, new Date());

const words = ({ accepted, refused }: Decided, planned: boolean): string =>
	[
		accepted.length > 0 ? `${plural(accepted.length, 'réponse acceptée', 'réponses acceptées')}.` : '',
		accepted.includes('state') ? 'L’entreprise est déclinée dans la mobilisation, raison gardée.' : '',
		refused.length > 0 ? `${plural(refused.length, 'réponse refusée', 'réponses refusées')}.` : '',
		accepted.length + refused.length === 0 ? 'C’est noté.' : '',
		accepted.length > 0 && planned ? 'Le planning dit s’il tient encore.' : ''
	]
		.filter(Boolean)
		.join(' ');

export const actions: Actions = {
	decide: async ({ request, locals, cookies }) => {
		const form = await readForm(request, DecisionForm);
		if (!form.ok) return fail(400, { message: 'Ce choix n’a pas pu être lu. Recommencez.' });
		const db = await getDb();
		const { rally, actor } = locals;
		const decided = await decideAnswer(db, rally, form.value, actor!, todayHere());
		if (!decided.ok) {
			if (decided.error.code === 'not-found') error(404, NO_SUCH_RECORD);
			if (decided.error.code === 'decided-meanwhile') return fail(409, { message: MEANWHILE });
			const { label } = companyFields[decided.error.field];
			return fail(409, {
				message: `${quoted(label)} ne peut pas être accepté tel quel : le programme ou la fiche a changé. Corrigez la fiche à la main.`
			});
		}
		const planned = (await plans(db).latest(rally.id)) !== null;
		const { change } = decided.value;
		flash(cookies, { message: words(decided.value, planned), ...(change && { undo: change }) });
		redirect(303, `/rallyes/${rally.id}/entreprises/reponses`);
	},
	reopen: async ({ request, locals, cookies }) => {
		const form = await readForm(request, z.object({ answer: z.uuid() }));
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const reopened = await reopenRefused(await getDb(), locals.rally, form.value.answer);
		if (!reopened.ok && reopened.error.code === 'not-found') error(404, NO_SUCH_RECORD);
		if (!reopened.ok) return fail(409, { message: MEANWHILE });
		flash(cookies, { message: 'Ce qui était refusé attend de nouveau.' });
		redirect(303, `/rallyes/${locals.rally.id}/entreprises/reponses`);
	},
	give: async ({ locals, cookies }) => {
		const db = await getDb();
		const { rally, actor } = locals;
		const wanted = (await records(db, 'company').list(rally.id)).filter(({ state }) => state !== 'declined');
		const opened = await giveHostLinks(db, rally, wanted.map(({ id }) => id), env().secret, actor!); // prettier-ignore
		flash(cookies, { message: `${plural(opened, 'page ouverte', 'pages ouvertes')}.` });
		redirect(303, `/rallyes/${rally.id}/entreprises/reponses`);
	}
};
