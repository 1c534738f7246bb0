import { redirect } from '@sveltejs/kit';
import { keepCookies } from '$lib/server/auth/cookies';
import { homeOf } from '$lib/server/auth/home';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import {
	ChangePassword,
	changePassword,
	RenameAccount,
	renameAccount,
	signOutEverywhere
} from '$lib/server/use-cases/accounts/change-account';
import { refuseAccount } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
	const { name, email, memberships } = locals.actor!;
	return { name, email, memberships, home: homeOf(locals.actor!) };
};

export const actions: Actions = {
	rename: async ({ request, cookies }) => {
		const form = await readForm(request, RenameAccount);
		if (!form.ok) return refuseAccount(form.error);

		keepCookies(cookies, await renameAccount(await getDb(), request.headers, form.value));
		flash(cookies, { message: 'Votre nom est enregistré.' });
		redirect(303, '/compte');
	},

	password: async ({ request, cookies, locals }) => {
		const form = await readForm(request, ChangePassword);
		if (!form.ok) return refuseAccount(form.error);

		const changed = await changePassword(await getDb(), request.headers, locals.actor!, form.value);
		if (!changed.ok) {
			const wrong = changed.error.code === 'wrong-password';
			const message = wrong
				? 'Ce n’est pas votre mot de passe actuel.'
				: 'Trop d’essais : attendez 15 minutes.';
			return refuseAccount({ typed: {}, problems: { currentPassword: [message] } });
		}
		keepCookies(cookies, changed.value);
		flash(cookies, { message: 'Votre mot de passe est changé. Vos autres appareils sont déconnectés.' });
		redirect(303, '/compte');
	},

	everywhere: async ({ request, cookies }) => {
		keepCookies(cookies, await signOutEverywhere(await getDb(), request.headers));
		flash(cookies, { message: 'Tous vos appareils sont déconnectés.' });
		redirect(303, '/connexion');
	}
};
