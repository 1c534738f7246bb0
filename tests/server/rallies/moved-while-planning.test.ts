import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar';
import type { Database } from '$lib/server/db/client';
import { planRuns } from '$lib/server/db/repositories/plan-runs';
import { plans } from '$lib/server/db/repositories/plans';
import { rallies } from '$lib/server/db/repositories/rallies';
import { seedDemo } from '$lib/server/demo/seed-demo';
import { computePlan } from '$lib/server/use-cases/planning/compute-plan';
import { startingOn } from '$lib/server/use-cases/rallies/move-rally';
import { saveRally } from '$lib/server/use-cases/rallies/save-rally';
import { freshDatabase } from '../../databases';
import { claire, value } from '../records/rallies';

let database: Database;
beforeAll(async () => {
	database = await freshDatabase('pglite');
});
afterAll(() => database.close());

test('a rally moved while its plan is computed keeps no plan of the former days', async () => {
	const { db } = database;
	const { rallyId } = await seedDemo(db, '2027-01-04');
	const rally = (await rallies(db).find(rallyId))!;
	const run = await planRuns(db).add({
		rallyId,
		organizationId: rally.organizationId,
		seconds: 2,
		createdBy: 'Claire'
	});
	const computed = computePlan(db, run.id, new AbortController().signal);
	await expect
		.poll(async () => (await planRuns(db).find(rallyId, run.id))!.progress, { timeout: 20_000 })
		.not.toBeNull();
	const programme = startingOn(rally.programme, addDays(rally.programme[0]!.date, 7));
	value(await saveRally(db, rally, { ...rally, programme }, claire));
	await computed;
	expect(await planRuns(db).find(rallyId, run.id)).toMatchObject({
		state: 'failed',
		error: expect.stringContaining('programme')
	});
	expect(await plans(db).list(rallyId)).toEqual([]);
});
