import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { plural } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { ids, idOrNull } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { readContacts } from '$lib/server/use-cases/measure/read-contacts';
import { noteContacts } from '$lib/server/use-cases/measure/note-contact';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	people: await readContacts(await getDb(), locals.rally)
});

const Contacts = z.object({
	people: z
		.array(z.object({ participant: z.uuid(), shown: ids(), ticked: ids(), other: idOrNull() }))
		.max(200)
		.default([])
});

export const actions: Actions = {
	default: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, Contacts);
		if (!form.ok) return fail(400, form.error);
		const db = await getDb();
		let changed = 0;
		for (const { participant, shown, ticked, other } of form.value.people) {
			const noted = await noteContacts(
				db,
				locals.rally,
				{
					participant,
					shown: other ? [...shown, other] : shown,
					ticked: other ? [...ticked, other] : ticked
				},
				locals.actor!
			);
			if (!noted.ok) error(404, 'Une personne ou une entreprise n’est plus du rallye : rouvrez la page.');
			changed += noted.value.added + noted.value.removed;
		}
		flash(cookies, { message: changed === 0 ? 'Rien n’a changé.' : `${plural(changed, 'contact noté ou repris', 'contacts notés ou repris')}.` }); // prettier-ignore
		redirect(303, url.pathname);
	}
};
