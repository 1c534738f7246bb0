import { getDb } from '$lib/server/db/client';
import { pdfResponse } from '$lib/server/pdf-response';
import { printRallyPoster } from '$lib/server/use-cases/printing/print-paper';
import type { RequestHandler } from './$types';

/** `?format=a4`; A3 otherwise. */
export const GET: RequestHandler = async ({ locals: { rally }, url }) => {
	const format = url.searchParams.get('format') === 'a4' ? 'a4' : 'a3';
	return pdfResponse(await printRallyPoster(await getDb(), rally, format), `affiche-${format}`);
};
