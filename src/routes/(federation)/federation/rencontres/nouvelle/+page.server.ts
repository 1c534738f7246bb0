import { fail, redirect } from '@sveltejs/kit';
import { organizationWith } from '$lib/domain/access';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { MeetingForm } from '$lib/server/use-cases/network/network-forms';
import { addNetworkRecord } from '$lib/server/use-cases/network/save-network-record';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ request, locals: { actor }, cookies }) => {
		const form = await readForm(request, MeetingForm);
		if (!form.ok) return fail(400, form.error);
		const own = organizationWith(actor, 'federation:write')!;
		const id = await addNetworkRecord(await getDb(), 'meeting', own, form.value, actor!);
		flash(cookies, { message: 'La rencontre est ajoutée. Notez maintenant les structures présentes.' });
		redirect(303, `/federation/rencontres/${id}`);
	}
};
