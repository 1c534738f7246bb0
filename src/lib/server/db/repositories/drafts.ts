import { and, asc, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import type { WhatIf } from '$lib/domain/scenario/what-if';
import type { CellChange, CellKey, CellValue, Cells } from '$lib/domain/draft/cells';
import type { Db } from '../client';
import { draft, draftCell, draftEdit } from '../schema';

export type Draft = typeof draft.$inferSelect;
export type DraftEditRow = Omit<typeof draftEdit.$inferSelect, 'organizationId' | 'rallyId'>;
type Owner = { organizationId: string; rallyId: string };

/** Plans being changed by hand. Always through a rally: a draft of another rally does not exist here. */
export const drafts = (db: Db, rallyId: string) => ({
	/** The one that everybody works on. */
	working: async (): Promise<Draft | null> =>
		(
			await db
				.select()
				.from(draft)
				.where(and(eq(draft.rallyId, rallyId), isNull(draft.name)))
		)[0] ?? null,

	find: async (id: string): Promise<Draft | null> =>
		(
			await db
				.select()
				.from(draft)
				.where(and(eq(draft.rallyId, rallyId), eq(draft.id, id)))
		)[0] ?? null,

	/** The same, and nobody else changes it before this transaction ends. */
	hold: async (id: string): Promise<Draft | null> =>
		(
			await db
				.select()
				.from(draft)
				.where(and(eq(draft.rallyId, rallyId), eq(draft.id, id)))
				.for('update')
		)[0] ?? null,

	/** Scenarios, the newest first. */
	scenarios: (): Promise<Draft[]> =>
		db
			.select()
			.from(draft)
			.where(and(eq(draft.rallyId, rallyId), sql`${draft.name} is not null`))
			.orderBy(desc(draft.createdAt)),

	/** Adds a draft with its cells. Null when there is already a working one, or one of that name. */
	async add(
		row: Owner & Pick<typeof draft.$inferInsert, 'name' | 'base' | 'createdBy' | 'supposes' | 'found'>,
		cells: Cells
	): Promise<Draft | null> {
		const [added] = await db.insert(draft).values(row).onConflictDoNothing().returning();
		if (!added) return null;
		const owner = { organizationId: row.organizationId, rallyId, draftId: added.id };
		const values = (Object.entries(cells) as [CellKey, CellValue][]).map(([key, value]) => ({
			...owner,
			key,
			value
		}));
		for (let i = 0; i < values.length; i += 500) await db.insert(draftCell).values(values.slice(i, i + 500));
		return added;
	},

	/** What a scenario supposes, once the rally's days have moved. */
	async suppose(id: string, supposes: WhatIf[]): Promise<void> {
		await db
			.update(draft)
			.set({ supposes })
			.where(and(eq(draft.rallyId, rallyId), eq(draft.id, id)));
	},

	async cells(id: string): Promise<Cells> {
		const rows = await db
			.select({ key: draftCell.key, value: draftCell.value })
			.from(draftCell)
			.where(and(eq(draftCell.rallyId, rallyId), eq(draftCell.draftId, id)))
			.orderBy(asc(draftCell.key));
		return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
	},

	/** Writes changes already found to apply, and the edit that made them: the draft's next version. */
	async write(
		of: Draft,
		changes: readonly CellChange[],
		edit: { kind: string; of: number | null; by: string; byId: string }
	): Promise<DraftEditRow> {
		const owner = { organizationId: of.organizationId, rallyId, draftId: of.id };
		const gone = changes.filter(({ after }) => after === null).map(({ key }) => key);
		if (gone.length > 0)
			await db.delete(draftCell).where(and(eq(draftCell.draftId, of.id), inArray(draftCell.key, gone)));
		const put = changes.flatMap(({ key, after }) =>
			after === null ? [] : [{ ...owner, key, value: after }]
		);
		if (put.length > 0)
			await db
				.insert(draftCell)
				.values(put)
				.onConflictDoUpdate({
					target: [draftCell.draftId, draftCell.key],
					set: { value: sql`excluded.value` }
				});
		const number = of.version + 1;
		await db
			.update(draft)
			.set({ version: number, updatedAt: sql`now()` })
			.where(eq(draft.id, of.id));
		const [row] = await db
			.insert(draftEdit)
			.values({ ...owner, number, changes: [...changes], ...edit })
			.returning();
		return withoutOwner(row!);
	},

	/** What was done since a version, in order. */
	editsSince: async (id: string, version: number): Promise<DraftEditRow[]> =>
		(
			await db
				.select()
				.from(draftEdit)
				.where(and(eq(draftEdit.rallyId, rallyId), eq(draftEdit.draftId, id), gt(draftEdit.number, version)))
				.orderBy(asc(draftEdit.number))
		).map(withoutOwner),

	edit: async (id: string, number: number): Promise<DraftEditRow | null> => {
		const [row] = await db
			.select()
			.from(draftEdit)
			.where(and(eq(draftEdit.rallyId, rallyId), eq(draftEdit.draftId, id), eq(draftEdit.number, number)));
		return row ? withoutOwner(row) : null;
	},

	/** The last edit that changed a cell. */
	lastTouching: async (id: string, key: CellKey): Promise<DraftEditRow | null> => {
		const [row] = await db
			.select()
			.from(draftEdit)
			.where(and(eq(draftEdit.draftId, id), sql`${draftEdit.changes} @> ${JSON.stringify([{ key }])}::jsonb`))
			.orderBy(desc(draftEdit.number))
			.limit(1);
		return row ? withoutOwner(row) : null;
	},

	remove: async (id: string): Promise<boolean> =>
		(
			await db
				.delete(draft)
				.where(and(eq(draft.rallyId, rallyId), eq(draft.id, id)))
				.returning({ id: draft.id })
		).length > 0
});

function withoutOwner({
	organizationId: _organization,
	rallyId: _rally,
	...row
}: typeof draftEdit.$inferSelect): DraftEditRow {
	return row;
}
