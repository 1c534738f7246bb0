import { error } from '@sveltejs/kit';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { readToolAs } from '$lib/server/use-cases/network/library';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { actor } }) => {
	const tool = await readToolAs(await getDb(), actor!, params.item);
	if (!tool) error(404, NOT_FOUND);
	return { tool };
};
