import { fail, redirect } from '@sveltejs/kit';
import { organizationWith } from '$lib/domain/access';
import { wallClock } from '$lib/domain/clock';
import { charterProblems } from '$lib/server/charter-refusal';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { refuse } from '$lib/server/refusal';
import { CharterForm, typedOf } from '$lib/server/use-cases/network/charter-form';
import { readCharters, writeCharter } from '$lib/server/use-cases/network/charters';
import type { Actions, PageServerLoad } from './$types';

/** Starts from what is in force: only what changes is to be written. */
export const load: PageServerLoad = async () => {
	const { numbers } = (await readCharters(await getDb(), wallClock(new Date()).date)).inForce;
	return {
		values: typedOf({
			label: '',
			title: numbers.title,
			inForceFrom: null,
			numbers,
			says: numbers.says ?? {}
		})
	};
};

export const actions: Actions = {
	default: async ({ request, locals: { actor }, cookies }) => {
		const form = await readForm(request, CharterForm);
		if (!form.ok) return fail(400, form.error);
		const own = organizationWith(actor, 'federation:write')!;
		const today = wallClock(new Date()).date;
		const written = await writeCharter(await getDb(), own, form.value, actor!, today);
		if (!written.ok) return refuse(form.typed, charterProblems(written.error));
		flash(cookies, {
			message: 'La version est écrite. Elle peut encore changer jusqu’à son entrée en vigueur.'
		});
		redirect(303, `/federation/referentiel/charte/${written.value}`);
	}
};
