import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { pdfResponse } from '$lib/server/pdf-response';
import { keptPack, makePack } from '$lib/server/use-cases/printing/make-pack';
import type { RequestHandler } from './$types';

/** The backup pack: the one made by `?demande=…` while it is kept, otherwise made at once. */
export const GET: RequestHandler = async ({ locals: { rally }, url }) => {
	const kept = keptPack(url.searchParams.get('demande') ?? '', rally.id);
	const pack = kept ?? (await makePack(await getDb(), rally, env()));
	return pdfResponse(pack?.bytes ?? null, `dossier-de-secours-v${pack?.number ?? 0}`);
};
