import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Where the import was left. */
export const load: PageServerLoad = async ({ parent, params, locals }) => {
	const { current } = await parent();
	const step = {
		table: 'feuille',
		columns: 'colonnes',
		analysing: 'lignes',
		rows: 'lignes',
		applying: 'lignes',
		applied: 'lignes'
	};
	redirect(303, `/rallyes/${locals.rally.id}/imports/${params.import}/${step[current.state]}`);
};
