import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { pdfResponse, versionAsked } from '$lib/server/pdf-response';
import { printRoadBook } from '$lib/server/use-cases/printing/print-plan';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally }, url }) => {
	const team = url.searchParams.get('equipe') ?? undefined;
	const book = await printRoadBook(await getDb(), rally, { version: versionAsked(url), team }, env());
	return pdfResponse(book, team ? `feuille-de-route-equipe-${team}` : 'feuilles-de-route');
};
