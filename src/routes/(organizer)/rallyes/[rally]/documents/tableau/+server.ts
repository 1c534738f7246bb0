import { getDb } from '$lib/server/db/client';
import { pdfResponse, versionAsked } from '$lib/server/pdf-response';
import { printWall } from '$lib/server/use-cases/printing/print-plan';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally }, url }) =>
	pdfResponse(await printWall(await getDb(), rally, { version: versionAsked(url) }), 'tableau-du-rallye');
