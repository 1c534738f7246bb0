import { french } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';

/** The rally's companies as choices: id and name. */
export const companiesOf = async (rallyId: string): Promise<(readonly [string, string])[]> =>
	(await records(await getDb(), 'company').list(rallyId))
		.map(({ id, name }) => [id, name] as const)
		.sort(([, a], [, b]) => french.compare(a, b));
