import { error, fail } from '@sveltejs/kit';
import { companyStates } from '$lib/domain/company';
import { dayAndMonth, quoted } from '$lib/domain/french';
import { nextSteps } from '$lib/domain/mobilisation/pipeline';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { refuse } from '$lib/server/refusal';
import { LogForm } from '$lib/server/use-cases/mobilisation/exchange-form';
import { logExchange, type Logged } from '$lib/server/use-cases/mobilisation/log-exchange';
import { readFollowedCompany } from '$lib/server/use-cases/mobilisation/read-followed-company';
import { doneAt } from '../done';
import { move } from '../move-action';
import { shownCompany } from '../shown-company';
import { todayHere } from '../today';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally, actor }, params }) => {
	const today = todayHere();
	const read = await readFollowedCompany(await getDb(), rally, params.company, actor!, today);
	if (!read) error(404, NO_SUCH_RECORD);
	const { tracked, replacements, ...page } = read;
	const { row, exchanges, solicitation, elsewhere } = tracked;
	return {
		today,
		company: shownCompany(tracked, rally.settings),
		row: {
			slots: row.slots,
			declineReason: row.declineReason,
			declineNote: row.declineNote,
			withdrew: row.withdrew,
			mayBeNamed: row.mayBeNamed,
			introducedBy: row.introducedBy
		},
		exchanges,
		solicitation,
		elsewhere: elsewhere.map(({ rally: title, state }) => ({ title, state })),
		replacements: replacements.map(({ company: { id, name, state }, sameSector, halfDays }) => ({
			id,
			name,
			state,
			sameSector,
			halfDays: halfDays.map(({ key }) => key)
		})),
		...page
	};
};

export const actions: Actions = {
	move,

	log: async (event) => {
		const form = await readForm(event.request, LogForm);
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const id = event.params.company;
		const logged = await logExchange(await getDb(), rally, id, form.value, actor!, todayHere());
		if (logged.ok) return doneAt(event, event.url.pathname, saidOf(logged.value), logged.value.change);
		if (logged.error.code === 'not-found') error(404, NO_SUCH_RECORD);
		return refuse(form.typed, { on: ['Ce jour n’est pas encore venu : notez plutôt une prochaine action.'] });
	}
};

function saidOf({ from, to, next }: Logged): string {
	const moved = from === to ? '' : ` L’entreprise passe à ${quoted(companyStates[to])}.`;
	const then = next ? ` Ensuite : ${nextSteps[next.step].toLowerCase()}, ${dayAndMonth(next.on)}.` : '';
	return `L’échange est noté.${moved}${then}`;
}
