import type { Database } from '../db/client';
import { planRuns } from '../db/repositories/plan-runs';
import { env } from '../env';
import { log } from '../log';
import { mailer } from '../mail/mailer';
import { onShutdown } from '../shutdown';
import { servicesOutside } from '../outside/services';
import { runErrand } from '../use-cases/errands/run-errand';
import { computePlan } from '../use-cases/planning/compute-plan';
import { mailDuePacks } from '../use-cases/printing/mail-packs';
import { lookAfterRetention } from '../use-cases/retention/look-after';
import { purgeReadings } from '../use-cases/readings/note-reading';
import { takeUpErrands } from './orphan-errands';
import { startQueue, type Queue } from './queue';

const MOST_ATTEMPTS = 3;
const LOOK_EVERY = 10_000;
/** How often it is looked whether a backup pack is to be sent, milliseconds. */
const POST_EVERY = 60_000;
/** How often it is looked whether people's records fall due, milliseconds: a day is the unit, an hour is early enough. */
const RETENTION_EVERY = 3_600_000;

/** Kept on globalThis so that the development server's reloads do not start a second one. */
const kept = globalThis as { equipageQueue?: Promise<Queue> };

/** The queue of this process, its workers running. The first call starts it. */
export const jobs = (database: Database): Promise<Queue> => (kept.equipageQueue ??= start(database));

async function start(database: Database): Promise<Queue> {
	const stopping = new AbortController();
	const queue = await startQueue(database, {
		plan: (runId) => computePlan(database.db, runId, stopping.signal),
		errand: (errandId) =>
			runErrand(database.db, errandId, { ...servicesOutside(), site: env() }, stopping.signal)
	});
	// Alone on the embedded database, whatever was running at the last stop is dead.
	await takeUpOrphans(database, queue, database.kind === 'pglite');
	const timer = setInterval(() => {
		takeUpOrphans(database, queue, false).catch((problem) => log.error({ err: problem }, 'orphan runs'));
	}, LOOK_EVERY);
	const post = setInterval(() => {
		mailDuePacks(database.db, env(), mailer(), new Date(), stopping.signal).catch((problem) =>
			log.error({ err: problem }, 'backup packs')
		);
	}, POST_EVERY);
	const retention = setInterval(() => {
		lookAfterRetention(database.db, env(), mailer(), new Date(), stopping.signal).catch((problem) =>
			log.error({ err: problem }, 'retention')
		);
		purgeReadings(database.db, new Date()).catch((problem) => log.error({ err: problem }, 'readings'));
	}, RETENTION_EVERY);
	onShutdown('jobs', async () => {
		clearInterval(timer);
		clearInterval(post);
		clearInterval(retention);
		stopping.abort();
		await queue.stop();
		delete kept.equipageQueue;
	});
	return queue;
}

/** Runs and errands whose process died start again; after several tries they are left « interrompu », for a person to decide. */
export async function takeUpOrphans(database: Database, queue: Queue, all: boolean): Promise<void> {
	const runs = planRuns(database.db);
	for (const run of await runs.orphans({ all })) {
		if (run.attempts >= MOST_ATTEMPTS) await runs.finish(run.id, 'interrupted');
		else if (run.cancelAsked) await runs.finish(run.id, 'cancelled');
		else {
			await runs.release(run.id);
			await queue.sendPlan(run);
		}
	}
	await takeUpErrands(database.db, queue, all);
}
