import PgBoss from 'pg-boss';
import type { Database } from '../db/client';
import { log } from '../log';

const PLAN = 'plan';

/** The queue of long computations, kept in the same database: a job asked for survives a restart. */
export interface Queue {
	/** Asks for a planning run to be worked on. */
	sendPlan(runId: string): Promise<void>;
	stop(): Promise<void>;
}

interface Work {
	plan(runId: string): Promise<void>;
	/** Longest a planning run may take, seconds: after that the queue gives it to another worker. */
	planSeconds: number;
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
	await boss.createQueue(PLAN, { name: PLAN, retryLimit: 0, expireInSeconds: work.planSeconds + 120 });
	await boss.work<{ run: string }>(PLAN, { pollingIntervalSeconds: 0.5, batchSize: 1 }, async (jobs) => {
		for (const job of jobs) await work.plan(job.data.run);
	});
	return {
		sendPlan: async (run) => {
			await boss.send(PLAN, { run });
		},
		stop: () => boss.stop({ graceful: true, timeout: 5_000, wait: true, close: false })
	};
}
