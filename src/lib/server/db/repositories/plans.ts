import { and, asc, desc, eq, inArray, max, sql } from 'drizzle-orm';
import type { Plan, PlannedTeam } from '$lib/domain/plan';
import type { WhatIf } from '$lib/domain/scenario/what-if';
import type { Db } from '../client';
import { plan, planMember, planTeam, planVisit } from '../schema';

export type NewPlan = Omit<Plan, 'id' | 'number' | 'published' | 'publishedAt' | 'createdAt' | 'teams'> & {
	organizationId: string;
	/** The problem solved, in the file format equipage-problem/1. */
	problem: unknown;
	/** Each repair as something to suppose, when it can be. */
	trials?: (WhatIf | null)[];
	teams: Omit<PlannedTeam, 'id'>[];
};

export interface PlanInList {
	id: string;
	number: number;
	published: boolean;
	createdAt: Date;
	createdBy: string;
	proof: Plan['proof'];
}

type Row = Omit<typeof plan.$inferSelect, 'problem' | 'trials'>;

export const plans = (db: Db) => ({
	/** The versions of a rally's plan, the newest first. */
	list: (rallyId: string): Promise<PlanInList[]> =>
		db
			.select({
				id: plan.id,
				number: plan.number,
				published: plan.published,
				createdAt: plan.createdAt,
				createdBy: plan.createdBy,
				proof: plan.proof
			})
			.from(plan)
			.where(eq(plan.rallyId, rallyId))
			.orderBy(desc(plan.number)),

	async numbered(rallyId: string, number: number): Promise<Plan | null> {
		const [row] = await select(db).where(and(eq(plan.rallyId, rallyId), eq(plan.number, number)));
		return row ? withTeams(db, row) : null;
	},

	/** The plan that phones and paper follow, if one is published. */
	async published(rallyId: string): Promise<Plan | null> {
		const [row] = await select(db).where(and(eq(plan.rallyId, rallyId), eq(plan.published, true)));
		return row ? withTeams(db, row) : null;
	},

	async latest(rallyId: string): Promise<Plan | null> {
		const [row] = await select(db).where(eq(plan.rallyId, rallyId)).orderBy(desc(plan.number)).limit(1);
		return row ? withTeams(db, row) : null;
	},

	/** The problem a plan solves, as it was given to the planner. */
	async problemOf(rallyId: string, number: number): Promise<unknown> {
		const [row] = await db
			.select({ problem: plan.problem })
			.from(plan)
			.where(and(eq(plan.rallyId, rallyId), eq(plan.number, number)));
		return row?.problem ?? null;
	},

	/** Its repairs as suppositions, in their order. */
	async trialsOf(rallyId: string, number: number): Promise<(WhatIf | null)[]> {
		const [row] = await db
			.select({ trials: plan.trials })
			.from(plan)
			.where(and(eq(plan.rallyId, rallyId), eq(plan.number, number)));
		return row?.trials ?? [];
	},

	/** Saves a plan as the rally's next version. Call it in a transaction: it writes four tables. */
	async add({ teams, ...values }: NewPlan): Promise<{ id: string; number: number }> {
		const { rallyId, organizationId } = values;
		const owner = { rallyId, organizationId };
		const [last] = await db
			.select({ number: max(plan.number) })
			.from(plan)
			.where(eq(plan.rallyId, rallyId));
		const [added] = await db
			.insert(plan)
			.values({ ...values, number: (last?.number ?? 0) + 1 })
			.returning({ id: plan.id, number: plan.number });
		for (const { memberIds, visits, ...team } of teams) {
			const [row] = await db
				.insert(planTeam)
				.values({ ...owner, ...team, planId: added!.id })
				.returning({ id: planTeam.id });
			const of = { ...owner, planId: added!.id, teamId: row!.id };
			if (memberIds.length > 0)
				await db.insert(planMember).values(memberIds.map((participantId) => ({ ...of, participantId })));
			if (visits.length > 0) await db.insert(planVisit).values(visits.map((visit) => ({ ...of, ...visit })));
		}
		return added!;
	},

	/** Makes this version the one in force; the former one is kept, no longer in force. Its id; null for no such version. */
	async publish(rallyId: string, number: number): Promise<string | null> {
		const [wanted] = await db
			.select({ id: plan.id })
			.from(plan)
			.where(and(eq(plan.rallyId, rallyId), eq(plan.number, number)));
		if (!wanted) return null;
		await db
			.update(plan)
			.set({ published: false })
			.where(and(eq(plan.rallyId, rallyId), eq(plan.published, true)));
		await db
			.update(plan)
			.set({ published: true, publishedAt: sql`now()` })
			.where(eq(plan.id, wanted.id));
		return wanted.id;
	},

	/** Moves every planned visit and break of a rally by so many days, and counts the visits: all versions follow its dates. */
	async moveVisits(rallyId: string, days: number): Promise<number> {
		const later = sql`jsonb_build_object('date', to_char((rest ->> 'date')::date + ${days}::int, 'YYYY-MM-DD'))`;
		await db
			.update(plan)
			.set({
				breaks: sql`(select jsonb_agg(rest || ${later}) from jsonb_array_elements(${plan.breaks}) rest)`
			})
			.where(and(eq(plan.rallyId, rallyId), sql`jsonb_array_length(${plan.breaks}) > 0`));
		const moved = await db
			.update(planVisit)
			.set({ date: sql`${planVisit.date} + ${days}::int` })
			.where(eq(planVisit.rallyId, rallyId))
			.returning({ id: planVisit.id });
		return moved.length;
	}
});

const { problem: _, ...columns } = {
	id: plan.id,
	organizationId: plan.organizationId,
	rallyId: plan.rallyId,
	number: plan.number,
	keeps: plan.keeps,
	byHand: plan.byHand,
	proof: plan.proof,
	levels: plan.levels,
	remarks: plan.remarks,
	unplaced: plan.unplaced,
	conflict: plan.conflict,
	repairs: plan.repairs,
	violations: plan.violations,
	breaks: plan.breaks,
	travel: plan.travel,
	bufferMinutes: plan.bufferMinutes,
	forming: plan.forming,
	problem: plan.problem,
	published: plan.published,
	publishedAt: plan.publishedAt,
	createdAt: plan.createdAt,
	createdBy: plan.createdBy
};
const select = (db: Db) => db.select(columns).from(plan).$dynamic();

async function withTeams(db: Db, row: Row): Promise<Plan> {
	const teams = await db
		.select()
		.from(planTeam)
		.where(eq(planTeam.planId, row.id))
		.orderBy(asc(planTeam.letter));
	const ids = teams.map(({ id }) => id);
	if (ids.length === 0) return toPlan(row, []);
	const members = await db.select().from(planMember).where(inArray(planMember.teamId, ids));
	const visits = await db
		.select()
		.from(planVisit)
		.where(inArray(planVisit.teamId, ids))
		.orderBy(asc(planVisit.date), asc(planVisit.start));
	return toPlan(
		row,
		teams
			.map(({ id, letter, vehicleId, accompanistId, driverId }) => ({
				id,
				letter,
				vehicleId,
				accompanistId,
				driverId,
				memberIds: members
					.filter(({ teamId }) => teamId === id)
					.map(({ participantId }) => participantId)
					.sort(),
				visits: visits
					.filter(({ teamId }) => teamId === id)
					.map(({ companyId, date, start, end }) => ({ companyId, date, start, end }))
			}))
			.sort((a, b) => a.letter.length - b.letter.length || a.letter.localeCompare(b.letter))
	);
}

const toPlan = (row: Row, teams: PlannedTeam[]): Plan => ({
	id: row.id,
	rallyId: row.rallyId,
	number: row.number,
	keeps: row.keeps,
	byHand: row.byHand,
	published: row.published,
	proof: row.proof,
	levels: row.levels,
	remarks: row.remarks,
	unplaced: row.unplaced,
	conflict: row.conflict,
	repairs: row.repairs,
	violations: row.violations,
	breaks: row.breaks,
	teams,
	travel: row.travel,
	bufferMinutes: row.bufferMinutes,
	forming: row.forming,
	createdAt: row.createdAt,
	publishedAt: row.publishedAt,
	createdBy: row.createdBy
});
