import { and, asc, eq, isNotNull, isNull, lte, max, ne } from 'drizzle-orm';
import type { IsoDate } from '$lib/domain/calendar';
import type { CompanyState } from '$lib/domain/company';
import { groupedBy } from '$lib/domain/grouping';
import type { AskedElsewhere } from '$lib/domain/mobilisation/solicitation';
import type { Db } from '../client';
import { change, company, companyExchange, plan, planVisit, rally } from '../schema';

/** A company of another rally of the same organisation, and what was asked of it there. */
export interface KnownElsewhere extends AskedElsewhere {
	name: string;
	siret: string | null;
	commune: string;
	mayBeNamed: boolean;
}

export interface StateChange {
	from: CompanyState;
	to: CompanyState;
	at: Date;
	by: string;
}

export const mobilisation = (db: Db) => ({
	/** What the organisation's other rallies know of companies. Nothing leaves the organisation. */
	async elsewhere(organizationId: string, rallyId: string, today: IsoDate): Promise<KnownElsewhere[]> {
		const rows = await db
			.select({
				id: company.id,
				name: company.name,
				siret: company.siret,
				commune: company.commune,
				state: company.state,
				pausedUntil: company.pausedUntil,
				mayBeNamed: company.mayBeNamed,
				rally: rally.title,
				programme: rally.programme
			})
			.from(company)
			.innerJoin(rally, eq(rally.id, company.rallyId))
			.where(
				and(
					eq(company.organizationId, organizationId),
					ne(company.rallyId, rallyId),
					isNull(company.archivedAt),
					isNull(rally.archivedAt)
				)
			);
		if (rows.length === 0) return [];
		const contacts = await db
			.select({ companyId: companyExchange.companyId, on: companyExchange.on })
			.from(companyExchange)
			.where(and(eq(companyExchange.organizationId, organizationId), ne(companyExchange.rallyId, rallyId), isNull(companyExchange.archivedAt))); // prettier-ignore
		const visits = await db
			.select({ companyId: planVisit.companyId, last: max(planVisit.date) })
			.from(planVisit)
			.innerJoin(plan, eq(plan.id, planVisit.planId))
			.where(
				and(
					eq(plan.organizationId, organizationId),
					ne(plan.rallyId, rallyId),
					eq(plan.published, true),
					lte(planVisit.date, today)
				)
			)
			.groupBy(planVisit.companyId);
		const byCompany = groupedBy(contacts, ({ companyId }) => companyId);
		const lastVisits = new Map(visits.map(({ companyId, last }) => [companyId, last]));
		return rows.map(({ id, programme, ...row }) => ({
			...row,
			first: programme[0]?.date ?? '',
			contacts: (byCompany.get(id) ?? []).map(({ on }) => on),
			lastVisit: lastVisits.get(id) ?? null
		}));
	},

	/** Each time a company changed state, the oldest first. */
	async stateChanges(rallyId: string, companyId: string): Promise<StateChange[]> {
		// What was there before and after is sealed: it is compared here and not in the database.
		const rows = await db
			.select({ before: change.before, after: change.after, at: change.at, by: change.by })
			.from(change)
			.where(
				and(
					eq(change.rallyId, rallyId),
					eq(change.record, 'company'),
					eq(change.recordId, companyId),
					isNotNull(change.before)
				)
			)
			.orderBy(asc(change.at));
		return rows
			.map(({ before, after, ...rest }) => ({
				...rest,
				from: before!.state as CompanyState,
				to: after.state as CompanyState
			}))
			.filter(({ from, to }) => from !== to);
	}
});
