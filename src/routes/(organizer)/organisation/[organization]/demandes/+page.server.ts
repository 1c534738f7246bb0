import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { wallClock } from '$lib/domain/clock';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { readOrganization } from '$lib/server/use-cases/accounts/read-organization';
import { AnswerForm, answerRequest, noteRequest, readRequests, RequestForm } from '$lib/server/use-cases/retention/person-requests'; // prettier-ignore
import type { Actions, PageServerLoad } from './$types';

const todayHere = () => wallClock(new Date()).date;

export const load: PageServerLoad = async ({ params }) => {
	const db = await getDb();
	const organization = await readOrganization(db, params.organization);
	if (!organization) error(404, NOT_FOUND);
	return {
		organization: { id: organization.id, name: organization.name },
		requests: await readRequests(db, organization.id, todayHere()),
		today: todayHere()
	};
};

export const actions: Actions = {
	add: async (event) => {
		const form = await readForm(event.request, RequestForm);
		if (!form.ok) return fail(400, form.error);
		const noted = await noteRequest(await getDb(), event.params.organization, form.value, {
			participantId: null,
			today: todayHere(),
			editor: event.locals.actor!
		});
		if (!noted.ok)
			return fail(400, { typed: form.typed, problems: { askedOn: ['Cette date est à venir.'] } });
		return back(event, 'La demande est notée.');
	},

	answer: async (event) => {
		const form = await readForm(event.request, AnswerForm);
		if (!form.ok) error(404, NOT_FOUND);
		const { params, locals } = event;
		const done = await answerRequest(await getDb(), params.organization, form.value, todayHere(), locals.actor!); // prettier-ignore
		return back(event, done ? 'La réponse est notée.' : 'Quelqu’un avait déjà noté la réponse.');
	}
};

function back(
	{ cookies, params }: Pick<RequestEvent<{ organization: string }>, 'cookies' | 'params'>,
	message: string
): never {
	flash(cookies, { message });
	redirect(303, `/organisation/${params.organization}/demandes`);
}
