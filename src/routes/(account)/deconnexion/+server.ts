import { redirect } from '@sveltejs/kit';
import { keepCookies } from '$lib/server/auth/cookies';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { signOut } from '$lib/server/use-cases/accounts/sign-out';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, cookies }) => {
	keepCookies(cookies, await signOut(await getDb(), request.headers));
	flash(cookies, { message: 'La session est fermée. À bientôt !' });
	redirect(303, '/connexion');
};
