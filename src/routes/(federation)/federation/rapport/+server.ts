import { error } from '@sveltejs/kit';
import { wallClock } from '$lib/domain/clock';
import { readFilter } from '$lib/domain/network/board';
import { getDb } from '$lib/server/db/client';
import { pdfResponse } from '$lib/server/pdf-response';
import { printYearReport } from '$lib/server/use-cases/network/print-report';
import type { RequestHandler } from './$types';

/** The network's year as a PDF: `?annee=2027`. */
export const GET: RequestHandler = async ({ url }) => {
	const { year } = readFilter(url.searchParams);
	const report = await printYearReport(await getDb(), year, wallClock(new Date()).date);
	if (!report) error(404, 'Il n’y a pas de rallye cette année-là.');
	return pdfResponse(report.bytes, `rapport-reseau-${report.year}`);
};
