import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { readMeasures } from '$lib/server/use-cases/measure/read-measures';
import { readReturned } from '$lib/server/use-cases/measure/read-questionnaires';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const db = await getDb();
	const { date } = wallClock(new Date());
	const { beforeAfter, contacts, contactsOf } = await readMeasures(db, locals.rally, date);
	return { returned: await readReturned(db, locals.rally, date), beforeAfter, contacts, contactsOf };
};
