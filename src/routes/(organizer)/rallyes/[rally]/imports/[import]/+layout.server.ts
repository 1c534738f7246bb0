import { error } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { readImport } from '$lib/server/use-cases/imports/read-import';
import { NO_SUCH_IMPORT } from '../kinds';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, locals }) => {
	const current = await readImport(await getDb(), locals.rally, params.import);
	if (!current) error(404, NO_SUCH_IMPORT);
	const { id, kind, name, state, found, chosen, progress, sheet, head, held, failedAt } = current;
	return {
		current: { id, kind, name, state, found, chosen, progress, sheet, head, held, failed: failedAt !== null }
	};
};
