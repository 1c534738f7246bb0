import { fail, redirect } from '@sveltejs/kit';
import { organizationWith } from '$lib/domain/access';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { AnnouncedForm } from '$lib/server/use-cases/network/network-forms';
import { addNetworkRecord } from '$lib/server/use-cases/network/save-network-record';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals: { actor }, cookies }) => {
		const form = await readForm(request, AnnouncedForm);
		if (!form.ok) return fail(400, form.error);
		const own = organizationWith(actor, 'federation:write')!;
		await addNetworkRecord(await getDb(), 'announced', own, form.value, actor!);
		flash(cookies, { message: 'Le rallye est annoncé dans le calendrier.' });
		redirect(303, `/federation/calendrier?annee=${form.value.month.slice(0, 4)}`);
	}
};
