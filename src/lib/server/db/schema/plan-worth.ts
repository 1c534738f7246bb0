import { jsonb, pgTable, uuid } from 'drizzle-orm/pg-core';
import type { PlanLevel } from '$lib/domain/plan';
import { instant, ofRally, ownerColumns } from './columns';
import { plan } from './plan';
import { rally } from './rally';

/** A start worth asking for, as the planner tells it: the day by its rank among the rally's visited days. */
export interface WorthOfStart {
	company: string;
	day: number;
	start: number;
	level: PlanLevel['name'];
	by: number;
}

/** What the planner last answered, for a version of the plan, to « which further start to ask for? ». Never a secret, and computed again at will. */
export const planWorth = pgTable(
	'plan_worth',
	{
		planId: uuid()
			.primaryKey()
			.references(() => plan.id, { onDelete: 'cascade' }),
		...ownerColumns(),
		starts: jsonb().$type<WorthOfStart[]>().notNull(),
		askedAt: instant().notNull()
	},
	(t) => [ofRally(t, rally)]
);
