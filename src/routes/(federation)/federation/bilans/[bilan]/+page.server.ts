import { error, fail, redirect } from '@sveltejs/kit';
import { bilanStates } from '$lib/domain/bilan/bilan';
import { moveFault } from '$lib/server/bilan-refusal';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { MoveForm, moveReceivedBilan } from '$lib/server/use-cases/bilans/move-bilan';
import { readReceived } from '$lib/server/use-cases/bilans/read-received';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const bilan = await readReceived(await getDb(), params.bilan);
	if (!bilan) error(404, 'Ce bilan n’existe pas, ou plus.');
	return { bilan };
};

export const actions: Actions = {
	move: async ({ request, params, locals, cookies, url }) => {
		const form = await readForm(request, MoveForm);
		if (!form.ok) return fail(400, { moving: form.error });
		const moved = await moveReceivedBilan(await getDb(), params.bilan, form.value, locals.actor!, new Date());
		if (!moved.ok) return fail(409, { moving: { typed: form.typed, problems: moveFault(moved.error) } });
		flash(cookies, { message: `Ce bilan est maintenant : ${bilanStates[moved.value].recipient}.` });
		redirect(303, url.pathname);
	}
};
