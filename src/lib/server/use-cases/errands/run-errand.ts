import type { ErrandOutcome, ErrandProgress } from '$lib/domain/errand';
import type { Db } from '../../db/client';
import { errands, type Errand } from '../../db/repositories/errands';
import { rallies } from '../../db/repositories/rallies';
import { log } from '../../log';
import type { ServicesOutside } from '../../outside/services';
import { locateCompanies } from '../companies/locate-companies';
import { refreshRoadTimes } from '../travel/refresh-road-times';

const BEAT = 1_000;

/**
 * Runs an errand asked for. One that is over, or already in living hands, is left alone. `stopping` puts it back in
 * the queue: the process is ending, and what was answered so far is kept.
 */
export async function runErrand(
	db: Db,
	errandId: string,
	services: Pick<ServicesOutside, 'roads' | 'addresses'>,
	stopping: AbortSignal
): Promise<void> {
	const errand = await errands(db).claim(errandId);
	if (!errand) return;
	let progress: ErrandProgress = { done: 0, total: 0 };
	const timer = setInterval(() => {
		errands(db)
			.beat(errand.id, progress)
			.catch((problem) => log.error({ err: problem }, 'heartbeat'));
	}, BEAT);
	try {
		const outcome = await run(db, errand, services, stopping, (now) => (progress = now));
		if (stopping.aborted) await errands(db).release(errand.id);
		else await errands(db).finish(errand.id, outcome ? 'done' : 'failed', outcome);
	} catch (problem) {
		log.error({ err: problem, errand: errand.id }, 'errand failed');
		await errands(db).finish(errand.id, 'failed');
	} finally {
		clearInterval(timer);
	}
}

/** Null when there is nothing to do it with, or for: the setting was taken away meanwhile, the rally is gone. */
async function run(
	db: Db,
	errand: Errand,
	{ roads, addresses }: Pick<ServicesOutside, 'roads' | 'addresses'>,
	signal: AbortSignal,
	onProgress: (progress: ErrandProgress) => void
): Promise<ErrandOutcome | null> {
	const rally = await rallies(db).find(errand.rallyId);
	const wanted = { afresh: errand.afresh, signal, onProgress };
	if (!rally) return null;
	if (errand.kind === 'road-times') return roads && refreshRoadTimes(db, rally, roads, wanted);
	return addresses && locateCompanies(db, rally, addresses, wanted, { name: errand.createdBy });
}
