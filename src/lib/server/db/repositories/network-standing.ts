import { and, asc, eq } from 'drizzle-orm';
import type { NameRightState } from '$lib/domain/network/name-right';
import type { TerritoryKind } from '$lib/domain/network/territory';
import type { Db } from '../client';
import { meetingAttendance, nameRight, organizationTerritory } from '../schema';

/** Where each organisation stands in the network: its right to the name, its territory, the meetings it came to. */
export const networkStanding = (db: Db) => ({
	/** Every decision, in the order they were written. */
	rights: (organizationId?: string) =>
		db
			.select()
			.from(nameRight)
			.where(organizationId === undefined ? undefined : eq(nameRight.organizationId, organizationId))
			.orderBy(asc(nameRight.at)),

	decide: async (decision: {
		organizationId: string;
		state: NameRightState;
		reason: string;
		heldFrom: string;
		by: string;
	}): Promise<void> => void (await db.insert(nameRight).values(decision)),

	territories: () =>
		db
			.select({
				organizationId: organizationTerritory.organizationId,
				kind: organizationTerritory.kind,
				code: organizationTerritory.code,
				name: organizationTerritory.name
			})
			.from(organizationTerritory)
			.orderBy(asc(organizationTerritory.code)),

	addTerritory: async (one: {
		organizationId: string;
		kind: TerritoryKind;
		code: string;
		name: string;
		by: string;
	}): Promise<void> => void (await db.insert(organizationTerritory).values(one).onConflictDoNothing()),

	removeTerritory: async (organizationId: string, kind: TerritoryKind, code: string): Promise<void> =>
		void (await db
			.delete(organizationTerritory)
			.where(
				and(
					eq(organizationTerritory.organizationId, organizationId),
					eq(organizationTerritory.kind, kind),
					eq(organizationTerritory.code, code)
				)
			)),

	attendances: () => db.select().from(meetingAttendance),

	/** Replaces the list of a meeting; in a transaction. */
	async setAttendance(meetingId: string, organizationIds: string[]): Promise<void> {
		await db.delete(meetingAttendance).where(eq(meetingAttendance.meetingId, meetingId));
		if (organizationIds.length === 0) return;
		await db
			.insert(meetingAttendance)
			.values(organizationIds.map((organizationId) => ({ meetingId, organizationId })));
	}
});
