import { may } from '$lib/domain/access';
import { getDb } from '$lib/server/db/client';
import { hostAnswers } from '$lib/server/db/repositories/host-answers';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals: { actor, rally } }) => ({
	rally,
	/** Answers of companies that wait for somebody. */
	answers: await hostAnswers(await getDb()).waiting(rally.id),
	/** A reader sees everything and changes nothing: the buttons are not shown. */
	canEdit: may(actor, 'rally:write', rally.organizationId),
	/** Situation, needs, contacts and consents of people. */
	seesPrivate: may(actor, 'people:private', rally.organizationId)
});
