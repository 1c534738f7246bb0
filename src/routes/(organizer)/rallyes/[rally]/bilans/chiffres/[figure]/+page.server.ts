import { error } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { readTrace } from '$lib/server/use-cases/bilans/read-trace';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const column = url.searchParams.get('colonne') === 'prevu' ? 'planned' : 'done';
	const trace = await readTrace(await getDb(), locals.rally, params.figure, column, new Date());
	if (!trace) error(404, 'Ce chiffre n’existe pas.');
	return { trace, column };
};
