import { getDb } from '$lib/server/db/client';
import { pdfResponse } from '$lib/server/pdf-response';
import { printClosing } from '$lib/server/use-cases/closing/print-closing';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally } }) =>
	pdfResponse(await printClosing(await getDb(), rally), 'cloture');
