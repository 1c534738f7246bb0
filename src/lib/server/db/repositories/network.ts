import { and, count, desc, eq, inArray, isNotNull, isNull, ne, sql, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { BilanState, SentBilan, SentScore } from '$lib/domain/bilan/bilan';
import type { CarrierNetwork } from '$lib/domain/carrier-networks/networks';
import type { NetworkRally } from '$lib/domain/network/board';
import type { OrganizerNetwork } from '$lib/domain/rally';
import type { Db } from '../client';
import { bilan, company, organization, participant, rally } from '../schema';

export interface NetworkCounts {
	participants: number;
	companies: number;
}

/** What was sent to the federation, and whose it is. */
export interface ReceivedBilan {
	id: string;
	rallyId: string;
	organizationId: string;
	organization: string;
	network: OrganizerNetwork;
	state: BilanState;
	sentOn: Date;
	sent: SentBilan;
}

export interface NetworkGrid {
	rallyId: string;
	title: string;
	organization: string;
	first: string | null;
	last: string | null;
	grid: SentScore[];
}

export interface NetworkOrganization {
	id: string;
	name: string;
	network: OrganizerNetwork;
	carrierNetworks: CarrierNetwork[];
}

const firstDay = sql<string | null>`${rally.programme}->0->>'date'`;
const lastDay = sql<string | null>`${rally.programme}->-1->>'date'`;
const ofFederation = and(
	eq(bilan.rallyId, rally.id),
	eq(bilan.recipient, 'federation'),
	isNull(bilan.archivedAt)
);

/** All that the federation reads: public facts of rallies, and bilans once they are sent. No row about anybody. */
const organizationColumns = {
	id: organization.id,
	name: organization.name,
	network: organization.network,
	carrierNetworks: organization.carrierNetworks
};

export const network = (db: Db) => ({
	/** The rallies of every organisation, the latest first. */
	async rallies(where?: SQL): Promise<NetworkRally[]> {
		const rows = await db
			.select({
				id: rally.id,
				title: rally.title,
				organizationId: rally.organizationId,
				organization: organization.name,
				network: organization.network,
				edition: rally.edition,
				territory: rally.territory,
				department: rally.department,
				first: firstDay,
				last: lastDay,
				days: sql<number>`jsonb_array_length(${rally.programme})`,
				bilanId: bilan.id,
				state: bilan.state,
				sentOn: bilan.sentOn
			})
			.from(rally)
			.innerJoin(organization, eq(organization.id, rally.organizationId))
			.leftJoin(bilan, ofFederation)
			.where(and(isNull(rally.archivedAt), where))
			.orderBy(desc(firstDay), rally.title, rally.id);
		return rows.map(({ bilanId, state, sentOn, ...facts }) => ({
			...facts,
			bilan: bilanId === null ? null : { id: bilanId, state: state!, sentOn }
		}));
	},

	rallyOf: async (id: string): Promise<NetworkRally | null> =>
		(await network(db).rallies(eq(rally.id, id)))[0] ?? null,

	ralliesOf: (organizationId: string): Promise<NetworkRally[]> =>
		network(db).rallies(eq(rally.organizationId, organizationId)),

	/** People enrolled and companies confirmed, of these rallies. */
	async counts(rallyIds: string[]): Promise<Map<string, NetworkCounts>> {
		if (rallyIds.length === 0) return new Map();
		const grouped = (table: typeof participant | typeof company, of: PgColumn) =>
			db
				.select({ rallyId: table.rallyId, n: count() })
				.from(table)
				.where(and(inArray(table.rallyId, rallyIds), eq(of, 'confirmed'), isNull(table.archivedAt)))
				.groupBy(table.rallyId);
		const [people, hosts] = [
			await grouped(participant, participant.state),
			await grouped(company, company.state)
		];
		const of = (rows: { rallyId: string; n: number }[], id: string) =>
			Number(rows.find(({ rallyId }) => rallyId === id)?.n ?? 0);
		return new Map(rallyIds.map((id) => [id, { participants: of(people, id), companies: of(hosts, id) }]));
	},

	/** Bilans sent to the federation: of rallies that ended in that year, or of these rallies. */
	async received(which: { year?: number | null; rallyIds?: string[] } = {}): Promise<ReceivedBilan[]> {
		const rows = await db
			.select({
				id: bilan.id,
				rallyId: rally.id,
				organizationId: rally.organizationId,
				organization: organization.name,
				network: organization.network,
				state: bilan.state,
				sentOn: bilan.sentOn,
				sent: bilan.sent
			})
			.from(bilan)
			.innerJoin(rally, and(ofFederation, isNull(rally.archivedAt)))
			.innerJoin(organization, eq(organization.id, rally.organizationId))
			.where(
				and(
					isNotNull(bilan.sent),
					which.year ? sql`left(${lastDay}, 4) = ${String(which.year)}` : undefined,
					which.rallyIds ? inArray(rally.id, which.rallyIds) : undefined
				)
			)
			.orderBy(desc(firstDay), rally.id);
		return rows.map((row) => ({ ...row, sentOn: row.sentOn ?? new Date(0), sent: row.sent! }));
	},

	/** Only the grids, of all years: what comparing rallies takes. */
	grids: (): Promise<NetworkGrid[]> =>
		db
			.select({
				rallyId: rally.id,
				title: rally.title,
				organization: organization.name,
				first: firstDay,
				last: lastDay,
				grid: sql<SentScore[]>`${bilan.sent}->'grid'`
			})
			.from(bilan)
			.innerJoin(rally, and(ofFederation, isNull(rally.archivedAt)))
			.innerJoin(organization, eq(organization.id, rally.organizationId))
			.where(isNotNull(bilan.sent))
			.orderBy(desc(firstDay), rally.id),

	/** The organisations that hold rallies; the federation's own is not one of them. */
	organizations: (): Promise<NetworkOrganization[]> =>
		db.select(organizationColumns).from(organization).where(ne(organization.network, 'federation')),

	async organization(id: string): Promise<NetworkOrganization | null> {
		const all = await db
			.select(organizationColumns)
			.from(organization)
			.where(and(eq(organization.id, id), ne(organization.network, 'federation')));
		return all[0] ?? null;
	}
});
