import { error } from '@sveltejs/kit';
import { bilanResponse } from '$lib/server/bilan-response';
import { getDb } from '$lib/server/db/client';
import { readReceived } from '$lib/server/use-cases/bilans/read-received';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, url }) => {
	const bilan = await readReceived(await getDb(), params.bilan, true);
	if (!bilan) error(404, 'Ce bilan n’existe pas, ou plus.');
	return bilanResponse(bilan.content, url.searchParams.get('format') === 'docx' ? 'docx' : 'pdf');
};
