import { fail, redirect } from '@sveltejs/kit';
import { may } from '$lib/domain/access';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { refuse } from '$lib/server/refusal';
import { proposeTool, ProposeForm } from '$lib/server/use-cases/network/library';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	organizations: actor!.memberships
		.filter(({ organizationId }) => may(actor, 'rally:write', organizationId))
		.map(({ organizationId, organizationName }) => [organizationId, organizationName] as const)
});

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, ProposeForm);
		if (!form.ok) return fail(400, form.error);
		const proposed = await proposeTool(await getDb(), form.value, locals.actor!);
		if (!proposed.ok)
			return refuse(form.typed, { organizationId: ['Choisissez une structure dont vous êtes membre.'] });
		flash(cookies, { message: 'L’outil est proposé. La fédération le relira avant de le publier.' });
		redirect(303, '/organisation/bibliotheque');
	}
};
