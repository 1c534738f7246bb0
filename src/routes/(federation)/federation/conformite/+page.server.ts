import { readFilter } from '$lib/domain/network/board';
import { isScorer } from '$lib/domain/network/compliance';
import { getDb } from '$lib/server/db/client';
import { readCompliance } from '$lib/server/use-cases/network/read-compliance';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url: { searchParams: asked } }) => {
	const who = asked.get('note') ?? '';
	return readCompliance(
		await getDb(),
		readFilter(asked).year,
		isScorer(who) ? who : 'own',
		asked.get('page')
	);
};
