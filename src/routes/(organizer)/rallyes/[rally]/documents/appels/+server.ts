import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { pdfResponse } from '$lib/server/pdf-response';
import { printCalls } from '$lib/server/use-cases/printing/print-paper';
import { wantedPaper } from '$lib/server/wanted-paper';
import type { RequestHandler } from './$types';

/** Whom to call, with their numbers: for those who may see them (see access-policy.ts). */
export const GET: RequestHandler = async ({ locals: { rally }, url }) =>
	pdfResponse(await printCalls(await getDb(), rally, wantedPaper(url), env()), 'appels');
