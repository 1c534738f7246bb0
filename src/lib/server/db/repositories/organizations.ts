import { count, eq } from 'drizzle-orm';
import type { CarrierNetwork } from '$lib/domain/carrier-networks/networks';
import type { OrganizerNetwork } from '$lib/domain/rally';
import type { Db } from '../client';
import { organization } from '../schema';

export interface Organization {
	id: string;
	name: string;
	network: OrganizerNetwork;
	carrierNetworks: CarrierNetwork[];
}

const columns = {
	id: organization.id,
	name: organization.name,
	network: organization.network,
	carrierNetworks: organization.carrierNetworks
};

export const organizations = (db: Db) => ({
	async find(id: string): Promise<Organization | null> {
		const [row] = await db.select(columns).from(organization).where(eq(organization.id, id));
		return row ?? null;
	},

	count: async (): Promise<number> => (await db.select({ n: count() }).from(organization))[0]!.n,

	/** Takes the organisation until the transaction ends: those who change its members wait for each other. */
	async lock(id: string): Promise<Organization | null> {
		const [row] = await db.select(columns).from(organization).where(eq(organization.id, id)).for('update');
		return row ?? null;
	},

	save: (id: string, changes: Partial<Omit<Organization, 'id'>>) =>
		db.update(organization).set(changes).where(eq(organization.id, id))
});
