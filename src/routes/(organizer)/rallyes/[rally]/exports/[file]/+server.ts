import { error } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { seesPrivate } from '$lib/server/private-people';
import { exportFormats, exportList, type ExportFormat } from '$lib/server/use-cases/exports/export-list';
import type { RequestHandler } from './$types';

const TYPES: Record<ExportFormat, string> = {
	csv: 'text/csv; charset=utf-8',
	json: 'application/json; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
};

/** A list as a file: `entreprises.csv`, `participants.xlsx`… Whoever may read the rally may take it away. */
export const GET: RequestHandler = async ({ params, locals, url }) => {
	const [list = '', format = ''] = params.file.split('.');
	if (!Object.hasOwn(exportFormats, format)) error(404, 'Cette liste n’existe pas.');
	const bytes = await exportList(
		await getDb(),
		locals.rally,
		list,
		format as ExportFormat,
		seesPrivate(locals),
		url.searchParams
	);
	if (!bytes) error(404, 'Cette liste n’existe pas.');
	return new Response(bytes, {
		headers: {
			'content-type': TYPES[format as ExportFormat],
			'content-disposition': `attachment; filename="${params.file}"`,
			'cache-control': 'private, no-store'
		}
	});
};
