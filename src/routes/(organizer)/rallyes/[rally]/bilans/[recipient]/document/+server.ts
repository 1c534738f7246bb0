import { error } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { bilanResponse } from '$lib/server/bilan-response';
import { readBilan } from '$lib/server/use-cases/bilans/read-bilans';
import type { RequestHandler } from './$types';

/** The bilan as a PDF, or as a text document to be worked on (`?format=docx`). */
export const GET: RequestHandler = async ({ locals, params, url }) => {
	const read = await readBilan(await getDb(), locals.rally, params.recipient, new Date(), true);
	if (!read) error(404, 'Ce bilan n’existe pas, ou plus.');
	return bilanResponse(read.content, url.searchParams.get('format') === 'docx' ? 'docx' : 'pdf');
};
