import { redirect } from '@sveltejs/kit';
import { may } from '$lib/domain/access';
import type { PageServerLoad } from './$types';

/** The door: each to the page that is theirs. */
export const load: PageServerLoad = ({ locals: { actor } }) => {
	if (!actor) redirect(303, '/connexion');
	redirect(303, may(actor, 'rally:read') || !may(actor, 'federation:read') ? '/rallyes' : '/federation');
};
