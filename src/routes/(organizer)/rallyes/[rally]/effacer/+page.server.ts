import { fail, redirect } from '@sveltejs/kit';
import { plural } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { readRetention } from '$lib/server/use-cases/retention/read-retention';
import { ShredForm, shredRally, type ShredFault } from '$lib/server/use-cases/retention/shred-rally';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const { rallies } = await readRetention(await getDb(), locals.rally.organizationId, new Date());
	return { kept: rallies.find(({ id }) => id === locals.rally.id) ?? null };
};

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, ShredForm);
		if (!form.ok) return fail(400, form.error);
		const { rally, actor } = locals;
		const done = await shredRally(await getDb(), rally, form.value, actor!, new Date());
		if (!done.ok) {
			const field = done.error.code === 'other-title' ? 'title' : 'what';
			return fail(409, { typed: form.typed, problems: { [field]: [refused(done.error)] } });
		}
		const people = plural(done.value.people, 'personne effacée', 'personnes effacées');
		flash(cookies, {
			message:
				form.value.what === 'people'
					? `${people}. Les chiffres du rallye restent.`
					: `« ${rally.title} » est effacé, ${people}.`
		});
		redirect(303, form.value.what === 'people' ? `/rallyes/${rally.id}` : '/rallyes');
	}
};

function refused({ code }: ShredFault): string {
	switch (code) {
		case 'other-title':
			return 'Ce n’est pas le nom de ce rallye. Recopiez-le tel qu’il est écrit au-dessus.';
		case 'bilan-sent':
			return 'Un bilan de ce rallye a été envoyé : les totaux du réseau reposent sur lui. Effacez les personnes seulement.';
		case 'not-over':
			return 'Ce rallye n’est pas terminé : ses personnes ne s’effacent qu’une à une, depuis leur fiche.';
		case 'nobody':
			return 'Ce rallye n’a plus de fiches de personnes.';
		case 'not-due':
			return 'Ce rallye n’est pas encore à échéance.';
	}
}
