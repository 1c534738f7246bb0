import { getDb } from '$lib/server/db/client';
import { search } from '$lib/server/listing';
import { readAllConsents } from '$lib/server/use-cases/consents/read-consents';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const people = await readAllConsents(await getDb(), locals.rally);
	const { query, holds } = search(url);
	return { people, query, found: people.filter(({ name }) => holds(name)) };
};
