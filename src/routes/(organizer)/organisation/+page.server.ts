import { redirect } from '@sveltejs/kit';
import type { PageServerLoad } from './$types';

/** Most people belong to one organisation: they go straight to it. */
export const load: PageServerLoad = ({ locals }) => {
	const { memberships } = locals.actor!;
	if (memberships.length === 1) redirect(303, `/organisation/${memberships[0]!.organizationId}`);
	return { memberships };
};
