import { getDb } from '$lib/server/db/client';
import { pdfResponse } from '$lib/server/pdf-response';
import { printQuestionnaire } from '$lib/server/use-cases/closing/print-closing';
import { askedIn } from '../asked';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally }, url }) => {
	const { audience, moment } = askedIn(url);
	return pdfResponse(await printQuestionnaire(await getDb(), rally, audience, moment), `questionnaire-${audience}-${moment}`); // prettier-ignore
};
