import { and, desc, eq, inArray, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { TeamProposals } from '$lib/domain/team-proposal';
import type { Db } from '../client';
import { planRun, type PlanRunProgress, type PlanRunState } from '../schema';

export type PlanRun = typeof planRun.$inferSelect;

/** A run not heard of for so long is taken for dead. It writes its heartbeat every second or two. */
const SILENCE = sql`now() - interval '20 seconds'`;
const silent = or(lt(planRun.heartbeatAt, SILENCE), sql`${planRun.heartbeatAt} is null`);

export const planRuns = (db: Db) => ({
	add: async (row: typeof planRun.$inferInsert): Promise<PlanRun> =>
		(await db.insert(planRun).values(row).returning())[0]!,

	find: async (rallyId: string, id: string): Promise<PlanRun | null> =>
		(
			await db
				.select()
				.from(planRun)
				.where(and(eq(planRun.rallyId, rallyId), eq(planRun.id, id)))
		)[0] ?? null,

	latest: async (rallyId: string): Promise<PlanRun | null> =>
		(
			await db
				.select()
				.from(planRun)
				.where(eq(planRun.rallyId, rallyId))
				.orderBy(desc(planRun.createdAt))
				.limit(1)
		)[0] ?? null,

	/** The last run for teams to choose among that found some. */
	latestProposals: async (rallyId: string): Promise<(PlanRun & { proposals: TeamProposals }) | null> => {
		const [row] = await db
			.select()
			.from(planRun)
			.where(and(eq(planRun.rallyId, rallyId), isNotNull(planRun.proposals)))
			.orderBy(desc(planRun.createdAt))
			.limit(1);
		return row?.proposals ? { ...row, proposals: row.proposals } : null;
	},

	/** The run of this rally that waits or works, if any. */
	active: async (rallyId: string): Promise<PlanRun | null> =>
		(
			await db
				.select()
				.from(planRun)
				.where(and(eq(planRun.rallyId, rallyId), inArray(planRun.state, ['queued', 'running'])))
				.limit(1)
		)[0] ?? null,

	/** Takes a run for oneself: null when it is done, cancelled, or already in living hands. */
	claim: async (id: string): Promise<PlanRun | null> =>
		(
			await db
				.update(planRun)
				.set({
					state: 'running',
					heartbeatAt: sql`now()`,
					attempts: sql`${planRun.attempts} + 1`,
					error: null
				})
				.where(
					and(eq(planRun.id, id), or(eq(planRun.state, 'queued'), and(eq(planRun.state, 'running'), silent)))
				)
				.returning()
		)[0] ?? null,

	/** Says that the run lives and how far it is; answers whether somebody asked to stop it. */
	beat: async (id: string, progress: PlanRunProgress | null): Promise<{ cancelAsked: boolean }> =>
		(
			await db
				.update(planRun)
				.set({ heartbeatAt: sql`now()`, ...(progress && { progress }) })
				.where(eq(planRun.id, id))
				.returning({ cancelAsked: planRun.cancelAsked })
		)[0] ?? { cancelAsked: true },

	askToCancel: async (rallyId: string, id: string): Promise<PlanRun | null> =>
		(
			await db
				.update(planRun)
				.set({ cancelAsked: true })
				.where(
					and(eq(planRun.rallyId, rallyId), eq(planRun.id, id), inArray(planRun.state, ['queued', 'running']))
				)
				.returning()
		)[0] ?? null,

	finish: async (
		id: string,
		state: PlanRunState,
		outcome: { planId?: string; proposals?: TeamProposals; error?: string } = {}
	): Promise<void> => {
		await db
			.update(planRun)
			.set({ state, finishedAt: sql`now()`, ...outcome })
			.where(eq(planRun.id, id));
	},

	/** Puts a run back in the queue: its process stops on purpose before it is done, which is not a failed attempt. */
	giveBack: async (id: string): Promise<void> => {
		await db
			.update(planRun)
			.set({ state: 'queued', heartbeatAt: null, attempts: sql`greatest(${planRun.attempts} - 1, 0)` })
			.where(and(eq(planRun.id, id), eq(planRun.state, 'running')));
	},

	/** Puts a run back in the queue: its process died, and its attempt counts. */
	release: async (id: string): Promise<void> => {
		await db
			.update(planRun)
			.set({ state: 'queued', heartbeatAt: null })
			.where(and(eq(planRun.id, id), eq(planRun.state, 'running')));
	},

	/** Runs whose process died, or that wait without one. `all` also counts those that beat a moment ago. */
	orphans: async ({ all }: { all: boolean }): Promise<PlanRun[]> =>
		db
			.select()
			.from(planRun)
			.where(
				or(
					and(eq(planRun.state, 'running'), all ? sql`true` : silent),
					and(eq(planRun.state, 'queued'), all ? sql`true` : lt(planRun.createdAt, SILENCE))
				)
			)
});
