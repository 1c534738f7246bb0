import { getDb } from '$lib/server/db/client';
import { pdfResponse } from '$lib/server/pdf-response';
import { printGrid } from '$lib/server/use-cases/fidelity/print-grid';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally } }) =>
	pdfResponse(await printGrid(await getDb(), rally, new Date()), 'fidelite');
