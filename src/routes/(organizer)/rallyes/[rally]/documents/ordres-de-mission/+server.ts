import { getDb } from '$lib/server/db/client';
import { pdfResponse, versionAsked } from '$lib/server/pdf-response';
import { printMissionPapers } from '$lib/server/use-cases/printing/print-mission';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally }, url }) => {
	const team = url.searchParams.get('equipe') ?? undefined;
	const orders = await printMissionPapers(await getDb(), rally, { version: versionAsked(url), team });
	return pdfResponse(orders, team ? `ordre-de-mission-equipe-${team}` : 'ordres-de-mission');
};
