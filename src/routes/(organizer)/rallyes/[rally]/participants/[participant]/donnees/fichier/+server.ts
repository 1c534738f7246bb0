import { error } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { copyOfPerson } from '$lib/server/use-cases/retention/person-copy';
import type { RequestHandler } from './$types';

/** Everything held about one person, to be given to them or to whoever they choose. Its name says nobody's. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const copy = await copyOfPerson(await getDb(), locals.rally, params.participant);
	if (!copy) error(404, NO_SUCH_RECORD);
	return new Response(JSON.stringify({ format: 'equipage-person/1', ...copy }, null, '\t'), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="donnees.json"',
			'cache-control': 'private, no-store'
		}
	});
};
