import { and, desc, eq, inArray, lt, or, sql } from 'drizzle-orm';
import type { ErrandKind, ErrandOutcome, ErrandProgress, ErrandState, ShownErrand } from '$lib/domain/errand';
import type { Db } from '../client';
import { errand } from '../schema';

export type Errand = typeof errand.$inferSelect;

/** An errand not heard of for so long is taken for dead. */
const SILENCE = sql`now() - interval '30 seconds'`;
const silent = or(lt(errand.heartbeatAt, SILENCE), sql`${errand.heartbeatAt} is null`);

export const errands = (db: Db) => ({
	add: async (row: typeof errand.$inferInsert): Promise<Errand> =>
		(await db.insert(errand).values(row).returning())[0]!,

	find: async (id: string): Promise<Errand | null> =>
		(await db.select().from(errand).where(eq(errand.id, id)))[0] ?? null,

	latest: async (rallyId: string, kind: ErrandKind): Promise<Errand | null> =>
		(
			await db
				.select()
				.from(errand)
				.where(and(eq(errand.rallyId, rallyId), eq(errand.kind, kind)))
				.orderBy(desc(errand.createdAt))
				.limit(1)
		)[0] ?? null,

	/** Takes an errand for oneself: null when it is over, or already in living hands. */
	claim: async (id: string): Promise<Errand | null> =>
		(
			await db
				.update(errand)
				.set({ state: 'running', heartbeatAt: sql`now()`, attempts: sql`${errand.attempts} + 1` })
				.where(
					and(eq(errand.id, id), or(eq(errand.state, 'queued'), and(eq(errand.state, 'running'), silent)))
				)
				.returning()
		)[0] ?? null,

	beat: async (id: string, progress: ErrandProgress): Promise<void> => {
		await db
			.update(errand)
			.set({ heartbeatAt: sql`now()`, progress })
			.where(eq(errand.id, id));
	},

	finish: async (id: string, state: ErrandState, outcome: ErrandOutcome | null = null): Promise<void> => {
		await db
			.update(errand)
			.set({ state, outcome, finishedAt: sql`now()` })
			.where(eq(errand.id, id));
	},

	/** Puts an errand back in the queue: its process stops before it is done. */
	release: async (id: string): Promise<void> => {
		await db
			.update(errand)
			.set({ state: 'queued', heartbeatAt: null })
			.where(and(eq(errand.id, id), eq(errand.state, 'running')));
	},

	/** Errands whose process died, or that wait without one. `all` also counts those that beat a moment ago. */
	orphans: async ({ all }: { all: boolean }): Promise<Errand[]> =>
		db
			.select()
			.from(errand)
			.where(
				and(
					inArray(errand.state, ['queued', 'running']),
					all
						? sql`true`
						: or(
								and(eq(errand.state, 'running'), silent),
								and(eq(errand.state, 'queued'), lt(errand.createdAt, SILENCE))
							)
				)
			)
});

/** What a browser may know of an errand. */
export const shownErrand = ({ id, state, progress, outcome, createdBy, createdAt }: Errand): ShownErrand => ({
	id,
	state,
	progress,
	outcome,
	by: createdBy,
	at: createdAt
});
