import { getDb } from '$lib/server/db/client';
import { pdfResponse, versionAsked } from '$lib/server/pdf-response';
import { printCarLogbooks } from '$lib/server/use-cases/printing/print-mission';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally }, url }) => {
	const team = url.searchParams.get('equipe') ?? undefined;
	const books = await printCarLogbooks(await getDb(), rally, { version: versionAsked(url), team });
	return pdfResponse(books, team ? `carnet-de-bord-equipe-${team}` : 'carnets-de-bord');
};
