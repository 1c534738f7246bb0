import { getDb } from '$lib/server/db/client';
import { pdfResponse } from '$lib/server/pdf-response';
import { printPrizeList } from '$lib/server/use-cases/printing/print-paper';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally } }) =>
	pdfResponse(await printPrizeList(await getDb(), rally), 'lots');
