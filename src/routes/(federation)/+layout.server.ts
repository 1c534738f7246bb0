import { may } from '$lib/domain/access';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	name: locals.actor!.name,
	flash: locals.flash,
	canWrite: may(locals.actor, 'federation:write')
});
