import { getDb } from '$lib/server/db/client';
import { sheetFormats, type SheetFormatName } from '$lib/server/documents/badges/sheet-format';
import { pdfResponse, versionAsked } from '$lib/server/pdf-response';
import { printBadgeSheets } from '$lib/server/use-cases/printing/print-plan';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { rally }, url }) => {
	const asked = url.searchParams.get('format') ?? '';
	const sheets = await printBadgeSheets(await getDb(), rally, {
		version: versionAsked(url),
		team: url.searchParams.get('equipe') ?? undefined,
		person: url.searchParams.get('personne') ?? undefined,
		format: Object.hasOwn(sheetFormats, asked) ? (asked as SheetFormatName) : undefined
	});
	return pdfResponse(sheets, 'badges');
};
