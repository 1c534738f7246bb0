import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { IsoDate } from '$lib/domain/calendar';
import type { Db } from '../client';
import { company, organization, participant, rally } from '../schema';

/** A rally as the federation sees it: counts, and no name of anybody. */
export interface NetworkRally {
	id: string;
	title: string;
	organization: string;
	territory: string;
	department: string;
	first: IsoDate;
	last: IsoDate;
	participants: number;
	companies: number;
}

export const network = (db: Db) => ({
	/** The rallies of every organisation, the latest first. */
	async rallies(): Promise<NetworkRally[]> {
		const people = db
			.select({ n: count() })
			.from(participant)
			.where(
				and(
					eq(participant.rallyId, rally.id),
					eq(participant.state, 'confirmed'),
					isNull(participant.archivedAt)
				)
			);
		const hosts = db
			.select({ n: count() })
			.from(company)
			.where(and(eq(company.rallyId, rally.id), eq(company.state, 'confirmed'), isNull(company.archivedAt)));
		return db
			.select({
				id: rally.id,
				title: rally.title,
				organization: organization.name,
				territory: rally.territory,
				department: rally.department,
				first: sql<string>`${rally.programme}->0->>'date'`,
				last: sql<string>`${rally.programme}->-1->>'date'`,
				participants: sql<number>`(${people})::int`,
				companies: sql<number>`(${hosts})::int`
			})
			.from(rally)
			.innerJoin(organization, eq(organization.id, rally.organizationId))
			.where(isNull(rally.archivedAt))
			.orderBy(desc(sql`${rally.programme}->0->>'date'`));
	}
});
