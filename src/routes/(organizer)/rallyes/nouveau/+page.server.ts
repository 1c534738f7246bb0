import { fail, redirect } from '@sveltejs/kit';
import { may } from '$lib/domain/access';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { refuse } from '$lib/server/refusal';
import { openRally } from '$lib/server/use-cases/rallies/open-rally';
import { OpenRallyForm } from '$lib/server/use-cases/rallies/rally-form';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	organizations: actor!.memberships
		.filter(({ organizationId }) => may(actor, 'rally:write', organizationId))
		.map(({ organizationId, organizationName }) => [organizationId, organizationName] as const)
});

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, OpenRallyForm);
		if (!form.ok) return fail(400, form.error);

		const opened = await openRally(await getDb(), form.value, locals.actor!);
		if (!opened.ok)
			return refuse(form.typed, { organizationId: ['Choisissez une structure dont vous êtes membre.'] });
		flash(cookies, {
			message: `« ${form.value.title} » est ouvert. Vérifiez son programme, puis ajoutez entreprises et participants.`
		});
		redirect(303, `/rallyes/${opened.value}/reglages`);
	}
};
