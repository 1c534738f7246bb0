import { error } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { pdfResponse } from '$lib/server/pdf-response';
import { isPaper, printPaper } from '$lib/server/use-cases/printing/print-paper';
import { wantedPaper } from '$lib/server/wanted-paper';
import type { RequestHandler } from './$types';

/** A document of the plan: `badges?format=l4785&debut=5`, `emargement?par=rallye`, `feuilles-de-route?equipe=A&format=a5`… */
export const GET: RequestHandler = async ({ params: { paper }, locals: { rally }, url }) => {
	if (!isPaper(paper)) error(404, 'Ce document n’existe pas.');
	const wanted = wantedPaper(url);
	const name = [paper, wanted.team && `equipe-${wanted.team}`, wanted.format].filter(Boolean).join('-');
	const first =
		paper === 'attestations' ? 'notez d’abord les présences, pendant le rallye ou après' : undefined;
	return pdfResponse(await printPaper(await getDb(), rally, paper, wanted, env()), name, first);
};
