import { error, redirect } from '@sveltejs/kit';
import { keepCookies } from '$lib/server/auth/cookies';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { accounts } from '$lib/server/db/repositories/accounts';
import { readForm } from '$lib/server/form';
import { OpenInstallation, openInstallation } from '$lib/server/use-cases/accounts/open-installation';
import { refuseAccount } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async () => {
	if (await accounts(await getDb()).any()) error(404, NOT_FOUND);
};

export const actions: Actions = {
	default: async ({ request, cookies }) => {
		const form = await readForm(request, OpenInstallation);
		if (!form.ok) return refuseAccount(form.error);

		const opened = await openInstallation(await getDb(), form.value);
		if (!opened.ok) error(404, NOT_FOUND);
		keepCookies(cookies, opened.value);
		redirect(303, '/');
	}
};
