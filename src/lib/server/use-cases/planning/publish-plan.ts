import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { plans } from '../../db/repositories/plans';

/** Makes one version the plan in force: what the teams' pages show from now on. */
export const publishPlan = (
	db: Db,
	rally: Rally,
	number: number
): Promise<Result<void, { code: 'not-found' }>> =>
	db.transaction(async (tx) =>
		(await plans(tx).publish(rally.id, number)) ? ok(undefined) : err({ code: 'not-found' })
	);
