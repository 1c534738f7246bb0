import { may } from '$lib/domain/access';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals: { actor, rally } }) => ({
	rally,
	/** A reader sees everything and changes nothing: the buttons are not shown. */
	canEdit: may(actor, 'rally:write', rally.organizationId),
	/** Situation, needs, contacts and consents of people. */
	seesPrivate: may(actor, 'people:private', rally.organizationId)
});
