import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { libraryFields } from '$lib/domain/fields/network';
import { libraryStates } from '$lib/domain/network/library';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerEditError } from '$lib/server/refusal';
import { decideTool, Decision, LibraryForm, readTool } from '$lib/server/use-cases/network/library';
import { saveNetworkRecord } from '$lib/server/use-cases/network/save-network-record';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const tool = await readTool(await getDb(), params.item);
	if (!tool) error(404, NOT_FOUND);
	return { tool };
};

export const actions: Actions = {
	save: async (event) => {
		const form = await readForm(event.request, LibraryForm.extend({ version: version() }));
		if (!form.ok) return fail(400, form.error);
		const { version: opened, ...values } = form.value;
		const saved = await saveNetworkRecord(await getDb(), 'library', event.params.item, opened, values, event.locals.actor!); // prettier-ignore
		return saved.ok
			? back(event, 'L’outil est enregistré.')
			: answerEditError(saved.error, form.value, libraryFields);
	},
	decide: async (event) => {
		const form = await readForm(event.request, Decision);
		if (!form.ok) error(404, NOT_FOUND);
		const { state } = form.value;
		const decided = await decideTool(await getDb(), event.params.item, state, event.locals.actor!);
		if (!decided.ok) error(404, NOT_FOUND);
		return back(event, `L’outil : ${libraryStates[state].toLowerCase()}.`);
	}
};

function back(
	{ cookies, params }: Pick<RequestEvent<{ item: string }>, 'cookies' | 'params'>,
	message: string
): never {
	flash(cookies, { message });
	redirect(303, `/federation/bibliotheque/${params.item}`);
}
