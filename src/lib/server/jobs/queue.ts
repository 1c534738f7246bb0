import PgBoss from 'pg-boss';
import type { Database } from '../db/client';
import { log } from '../log';

const PLAN = 'plan';
const ERRAND = 'errand';
/** Longest an errand may take, seconds: its own limit is below. */
const LONGEST_ERRAND = 900;
/** Beyond the search itself: forming the teams, checking, saving. */
const AROUND_THE_SEARCH = 120;

/** The queue of long computations, kept in the same database: a job asked for survives a restart. */
export interface Queue {
	/** Asks for a planning run to be worked on. Asked again while it waits, it still waits once. */
	sendPlan(run: PlanToMake): Promise<void>;
	/** Asks for an errand to a service outside to be run. */
	sendErrand(errandId: string): Promise<void>;
	stop(): Promise<void>;
}

export interface PlanToMake {
	id: string;
	/** How long it searches: its worker is given up for dead a while after. */
	seconds: number;
}

interface Work {
	plan(runId: string): Promise<void>;
	errand(errandId: string): Promise<void>;
}

export async function startQueue(database: Database, work: Work): Promise<Queue> {
	const boss = new PgBoss({
		db: { executeSql: (text, values) => database.runSql(text, values) as Promise<{ rows: unknown[] }> },
		schema: 'pgboss',
		// Nothing here is scheduled by the clock.
		schedule: false
	});
	boss.on('error', (problem) => log.error({ err: problem }, 'job queue'));
	await boss.start();
	// « short »: one waiting job for each key, the run. Updated too: a queue made earlier keeps its first settings.
	const settings = { name: PLAN, policy: 'short' as const, retryLimit: 0 };
	await boss.createQueue(PLAN, settings);
	await boss.updateQueue(PLAN, settings);
	await boss.work<{ run: string }>(PLAN, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs) => {
		for (const job of jobs) await work.plan(job.data.run);
	});
	// A queue of its own: a slow service outside makes no plan wait.
	const errands = { name: ERRAND, policy: 'short' as const, retryLimit: 0 };
	await boss.createQueue(ERRAND, errands);
	await boss.work<{ errand: string }>(ERRAND, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs) => {
		for (const job of jobs) await work.errand(job.data.errand);
	});
	return {
		sendPlan: async ({ id, seconds }) => {
			await boss.send(PLAN, { run: id }, { singletonKey: id, expireInSeconds: seconds + AROUND_THE_SEARCH });
		},
		sendErrand: async (errand) => {
			await boss.send(ERRAND, { errand }, { singletonKey: errand, expireInSeconds: LONGEST_ERRAND });
		},
		stop: () => boss.stop({ graceful: true, timeout: 5_000, wait: true, close: false })
	};
}
