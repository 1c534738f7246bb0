import type { ErrandOutcome, ErrandProgress } from '$lib/domain/errand';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { errands, type Errand } from '../../db/repositories/errands';
import { rallies } from '../../db/repositories/rallies';
import { log } from '../../log';
import type { ServicesOutside } from '../../outside/services';
import { locateCompanies } from '../companies/locate-companies';
import { keepPack, makePack } from '../printing/make-pack';
import type { Site } from '../printing/print-ground';
import { refreshRoadTimes } from '../travel/refresh-road-times';

const BEAT = 1_000;

interface Services extends Pick<ServicesOutside, 'roads' | 'addresses'> {
	/** Where this installation answers: what is printed says it. */
	site?: Site;
}

/**
 * Runs an errand asked for. One that is over, or already in living hands, is left alone. `stopping` puts it back in
 * the queue: the process is ending, and what was answered so far is kept.
 */
export async function runErrand(
	db: Db,
	errandId: string,
	services: Services,
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
	{ roads, addresses, site }: Services,
	signal: AbortSignal,
	onProgress: (progress: ErrandProgress) => void
): Promise<ErrandOutcome | null> {
	const rally = await rallies(db).find(errand.rallyId);
	const wanted = { afresh: errand.afresh, signal, onProgress };
	if (!rally) return null;
	if (errand.kind === 'backup-pack') return site ? packOf(db, errand, rally, site, wanted) : null;
	if (errand.kind === 'road-times') return roads && refreshRoadTimes(db, rally, roads, wanted);
	return addresses && locateCompanies(db, rally, addresses, wanted, { name: errand.createdBy });
}

async function packOf(
	db: Db,
	errand: Errand,
	rally: Rally,
	site: Site,
	wanted: { signal: AbortSignal; onProgress: (progress: ErrandProgress) => void }
): Promise<ErrandOutcome | null> {
	let parts = 0;
	const onProgress = (progress: ErrandProgress) => {
		parts = progress.total;
		wanted.onProgress(progress);
	};
	const pack = await makePack(db, rally, site, { onProgress, signal: wanted.signal }).catch((problem) => {
		// Stopped, not failed: the errand goes back to the queue.
		if (wanted.signal.aborted) return null;
		throw problem;
	});
	if (!pack) return null;
	keepPack(errand.id, rally.id, pack);
	return { answered: parts, missed: 0, fault: null };
}
