import { redirect } from '@sveltejs/kit';
import { keepCookies } from '$lib/server/auth/cookies';
import { homeOf, localPath } from '$lib/server/auth/home';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { accounts } from '$lib/server/db/repositories/accounts';
import { SignIn, signIn, type SignInError } from '$lib/server/use-cases/accounts/sign-in';
import { refuseAccount } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	if (locals.actor) redirect(303, localPath(url.searchParams.get('suite')) ?? homeOf(locals.actor));
	return { firstTime: !(await accounts(await getDb()).any()) };
};

export const actions: Actions = {
	default: async ({ request, cookies, url, getClientAddress }) => {
		const form = await readForm(request, SignIn);
		if (!form.ok) return refuseAccount(form.error);

		const signedIn = await signIn(await getDb(), form.value, getClientAddress());
		if (!signedIn.ok)
			return refuseAccount({ typed: form.typed, problems: { '': [inFrench(signedIn.error)] } });
		keepCookies(cookies, signedIn.value.cookies);
		redirect(303, localPath(url.searchParams.get('suite')) ?? homeOf(signedIn.value.actor));
	}
};

const inFrench = (problem: SignInError): string =>
	problem.code === 'wrong-credentials'
		? 'L’adresse e-mail ou le mot de passe ne convient pas.'
		: `Trop d’essais. Attendez ${problem.minutes} minutes, ou demandez un nouveau mot de passe.`;
