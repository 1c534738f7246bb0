import { getDb } from '$lib/server/db/client';
import { pdfResponse } from '$lib/server/pdf-response';
import { printRestitution } from '$lib/server/use-cases/closing/print-closing';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally } }) =>
	pdfResponse(await printRestitution(await getDb(), rally), 'restitution');
