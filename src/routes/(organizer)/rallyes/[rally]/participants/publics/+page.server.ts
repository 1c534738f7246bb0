import { mixes } from '$lib/domain/counting/mix';
import { overlap } from '$lib/domain/counting/overlap';
import { quotas } from '$lib/domain/counting/quota';
import { quotaWith } from '$lib/domain/retention/people-counts';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { keptPeople } from '$lib/server/use-cases/retention/people-counts';
import type { PageServerLoad } from './$types';

/** Counts only: no name leaves this page. */
export const load: PageServerLoad = async ({ locals }) => {
	const db = await getDb();
	const all = await records(db, 'participant').list(locals.rally.id);
	const people = all.filter(({ state }) => state === 'confirmed');
	const partners = await records(db, 'partner').list(locals.rally.id);
	const kept = await keptPeople(db, locals.rally.id);
	return {
		overlap: overlap(people),
		// People erased since count as they did: a quota that was met stays met.
		quotas: quotas(people, partners).map((one) => quotaWith(one, kept)),
		erased: kept?.people ?? 0,
		mixes: mixes(people),
		funders: partners.filter(({ roles }) => roles.includes('funder')).length
	};
};
