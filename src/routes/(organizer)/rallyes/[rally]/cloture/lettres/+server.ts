import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { pdfResponse } from '$lib/server/pdf-response';
import { printThankYou } from '$lib/server/use-cases/closing/print-closing';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally } }) =>
	pdfResponse(await printThankYou(await getDb(), rally, wallClock(new Date()).date), 'remerciements');
