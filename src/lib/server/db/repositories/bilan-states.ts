import { and, eq, isNull } from 'drizzle-orm';
import type { BilanState } from '$lib/domain/bilan/bilan';
import type { Db } from '../client';
import { bilan } from '../schema';

/** Where the bilans owed to the network stand; `missing` where none is begun. */
export async function bilanStates(
	db: Db,
	rallyId: string
): Promise<Record<'federation' | 'ansa', BilanState | 'missing'>> {
	const rows = await db
		.select({ recipient: bilan.recipient, state: bilan.state })
		.from(bilan)
		.where(and(eq(bilan.rallyId, rallyId), isNull(bilan.archivedAt)));
	const stateOf = (to: 'federation' | 'ansa') =>
		rows.find(({ recipient }) => recipient === to)?.state ?? 'missing';
	return { federation: stateOf('federation'), ansa: stateOf('ansa') };
}
