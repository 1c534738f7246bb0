import { error } from '@sveltejs/kit';
import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { exportFormats, type ExportFormat } from '$lib/server/use-cases/exports/export-list';
import { exportNetwork } from '$lib/server/use-cases/network/export-network';
import type { RequestHandler } from './$types';

const TYPES: Record<ExportFormat, string> = {
	csv: 'text/csv; charset=utf-8',
	json: 'application/json; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** A list of the network as a file: `rallyes.csv`, `tableau.xlsx`, `conformite.json`… */
export const GET: RequestHandler = async ({ params, url }) => {
	const [list = '', format = ''] = params.file.split('.');
	const bytes = Object.hasOwn(exportFormats, format)
		? await exportNetwork(await getDb(), list, format as ExportFormat, url.searchParams, wallClock(new Date()).date) // prettier-ignore
		: null;
	if (!bytes) error(404, 'Cette liste n’existe pas.');
	return new Response(bytes, {
		headers: {
			'content-type': TYPES[format as ExportFormat],
			'content-disposition': `attachment; filename="${params.file}"`,
			'cache-control': 'private, no-store'
		}
	});
};
