import { error } from '@sveltejs/kit';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { readPapers } from '$lib/server/use-cases/retention/read-papers';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const read = await readPapers(await getDb(), params.organization, env());
	if (!read) error(404, NOT_FOUND);
	return read;
};
