import { redirect } from '@sveltejs/kit';
import { keepCookies } from '$lib/server/auth/cookies';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import {
	acceptInvitation,
	acceptWithNewAccount,
	NewAccount
} from '$lib/server/use-cases/accounts/accept-invitation';
import { readInvitation, type ClosedInvitation } from '$lib/server/use-cases/accounts/read-invitation';
import { refuseAccount } from '../../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const found = await readInvitation(await getDb(), params.token);
	return {
		invitation: found.ok ? found.value : null,
		closed: found.ok ? null : inFrench(found.error),
		me: locals.actor && { name: locals.actor.name, email: locals.actor.email }
	};
};

export const actions: Actions = {
	create: async ({ request, params, cookies }) => {
		const form = await readForm(request, NewAccount);
		if (!form.ok) return refuseAccount(form.error);

		const accepted = await acceptWithNewAccount(await getDb(), params.token, form.value);
		if (!accepted.ok)
			return refuseAccount({ typed: form.typed, problems: { '': [inFrench(accepted.error)] } }, 409);
		keepCookies(cookies, accepted.value);
		flash(cookies, { message: 'Bienvenue ! Votre compte est créé.' });
		redirect(303, '/');
	},

	join: async ({ params, locals, cookies }) => {
		if (!locals.actor) redirect(303, `/connexion?suite=${encodeURIComponent(`/invitation/${params.token}`)}`);
		const accepted = await acceptInvitation(await getDb(), params.token, locals.actor);
		if (!accepted.ok) return refuseAccount({ typed: {}, problems: { '': [inFrench(accepted.error)] } }, 409);
		flash(cookies, { message: `Vous faites maintenant partie de « ${accepted.value.organizationName} ».` });
		redirect(303, '/');
	}
};

type Refusal = ClosedInvitation['code'] | 'has-account' | 'other-email';

const inFrench = ({ code }: { code: Refusal }): string =>
	({
		unknown: 'Cette invitation n’existe pas. Vérifiez que le lien est copié en entier.',
		expired: 'Cette invitation a expiré. Demandez-en une nouvelle à la personne qui vous a invité.',
		used: 'Cette invitation a déjà servi. Connectez-vous avec votre compte.',
		revoked: 'Cette invitation a été annulée. Demandez-en une nouvelle à la personne qui vous a invité.',
		'has-account': 'Cette adresse a déjà un compte : connectez-vous pour accepter.',
		'other-email': 'Cette invitation est pour une autre adresse que la vôtre.'
	})[code];
