import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => {
	const actor = locals.actor!;
	return {
		actor: {
			name: actor.name,
			organizations: actor.memberships.map(({ organizationName }) => organizationName)
		},
		flash: locals.flash
	};
};
