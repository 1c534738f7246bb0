import { and, eq } from 'drizzle-orm';
import { blankSheets, type RallySheetKind, type SheetContents } from '$lib/domain/closing/rally-sheet';
import type { Db } from '../client';
import { rallySheet } from '../schema';

export interface StoredSheet<K extends RallySheetKind> {
	content: SheetContents[K];
	/** 0 before anything was written. */
	version: number;
	updatedBy: string;
	updatedAt: Date | null;
}

/** The sheets that a rally has one of: run sheets, handovers, thanks, what counts as a solution. */
export const rallySheets = (db: Db, rallyId: string) => ({
	find: async <K extends RallySheetKind>(kind: K): Promise<StoredSheet<K>> => {
		const [row] = await db
			.select()
			.from(rallySheet)
			.where(and(eq(rallySheet.rallyId, rallyId), eq(rallySheet.kind, kind)));
		return row
			? (row as unknown as StoredSheet<K>)
			: { content: blankSheets[kind], version: 0, updatedBy: '', updatedAt: null };
	},

	/** False when somebody saved it since `version`. */
	save: async <K extends RallySheetKind>(
		organizationId: string,
		kind: K,
		version: number,
		content: SheetContents[K],
		by: string
	): Promise<boolean> => {
		const written = { content, updatedBy: by, updatedAt: new Date(), version: version + 1 };
		const rows =
			version === 0
				? await db
						.insert(rallySheet)
						.values({ organizationId, rallyId, kind, ...written })
						.onConflictDoNothing()
						.returning({ id: rallySheet.id })
				: await db
						.update(rallySheet)
						.set(written)
						.where(
							and(eq(rallySheet.rallyId, rallyId), eq(rallySheet.kind, kind), eq(rallySheet.version, version))
						)
						.returning({ id: rallySheet.id });
		return rows.length > 0;
	}
});
