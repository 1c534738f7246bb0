import { error, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { wallClock } from '$lib/domain/clock';
import { consentKinds } from '$lib/domain/consent/consent';
import { getDb } from '$lib/server/db/client';
import { choice } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { decideOwnConsent, readOwnConsents } from '$lib/server/use-cases/consents/own-consents';
import type { Actions, PageServerLoad } from './$types';

const closed = (): never =>
	error(404, 'Ce lien n’ouvre plus rien. Appelez la personne qui organise le rallye : elle note votre choix tout de suite.'); // prettier-ignore

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
	return (await readOwnConsents(await getDb(), params.token)) ?? closed();
};

const Answer = z.object({ kind: choice(consentKinds), answer: choice({ yes: '', no: '' }) });

export const actions: Actions = {
	default: async ({ request, params, cookies }) => {
		const form = await readForm(request, Answer);
		if (!form.ok) error(400, 'Ce choix n’a pas pu être lu. Revenez en arrière et recommencez.');
		const decided = await decideOwnConsent(
			await getDb(),
			params.token,
			form.value,
			wallClock(new Date()).date
		);
		if (!decided.ok) return closed();
		flash(cookies, { message: form.value.answer === 'yes' ? 'C’est noté : vous avez dit oui.' : 'C’est noté : vous avez dit non. Personne ne vous demandera pourquoi.' }); // prettier-ignore
		redirect(303, `/mon-rallye/${params.token}/accords`);
	}
};
