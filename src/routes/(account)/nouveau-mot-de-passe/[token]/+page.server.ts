import { redirect } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NewPassword, resetLinkWorks, setNewPassword } from '$lib/server/use-cases/accounts/new-password';
import { refuseAccount } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({
	works: await resetLinkWorks(await getDb(), params.token)
});

export const actions: Actions = {
	default: async ({ request, params, cookies }) => {
		const form = await readForm(request, NewPassword);
		if (!form.ok) return refuseAccount(form.error);

		const set = await setNewPassword(await getDb(), params.token, form.value.password);
		if (!set.ok) return refuseAccount({ typed: {}, problems: { '': ['Ce lien ne fonctionne plus.'] } }, 409);
		flash(cookies, { message: 'Votre mot de passe est changé. Connectez-vous avec le nouveau.' });
		redirect(303, '/connexion');
	}
};
