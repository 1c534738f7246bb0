import { and, asc, eq, isNull, type InferInsertModel, type InferSelectModel } from 'drizzle-orm';
import type { Db } from '../client';
import { announcedRally, charterVersion, citedFigure, libraryItem, networkMeeting } from '../schema';

/** What the federation keeps, each with its version: a save that names an older one is refused. */
export const networkTables = {
	announced: announcedRally,
	meeting: networkMeeting,
	charter: charterVersion,
	cited: citedFigure,
	library: libraryItem
} as const;
export type NetworkKind = keyof typeof networkTables;
export type NetworkRow<K extends NetworkKind> = InferSelectModel<(typeof networkTables)[K]>;
export type NetworkValues<K extends NetworkKind> = InferInsertModel<(typeof networkTables)[K]>;

export const networkRecords = <K extends NetworkKind>(db: Db, kind: K) => {
	// One shape for all: drizzle does not follow a table chosen by its key.
	const table = networkTables[kind] as unknown as typeof networkMeeting;
	return {
		async list(): Promise<NetworkRow<K>[]> {
			const rows = await db
				.select()
				.from(table)
				.where(isNull(table.archivedAt))
				.orderBy(asc(table.createdAt));
			return rows as unknown as NetworkRow<K>[];
		},

		async find(id: string): Promise<NetworkRow<K> | null> {
			const [row] = await db
				.select()
				.from(table)
				.where(and(eq(table.id, id), isNull(table.archivedAt)));
			return (row as unknown as NetworkRow<K> | undefined) ?? null;
		},

		async add(values: NetworkValues<K>): Promise<string> {
			const [row] = await db
				.insert(table)
				.values(values as never)
				.returning({ id: table.id });
			return row!.id;
		},

		/** False when somebody saved another version in between, or it is gone. */
		async save(id: string, version: number, changes: Partial<NetworkValues<K>>): Promise<boolean> {
			const saved = await db
				.update(table)
				.set({ ...(changes as object), version: version + 1, updatedAt: new Date() })
				.where(and(eq(table.id, id), eq(table.version, version), isNull(table.archivedAt)))
				.returning({ id: table.id });
			return saved.length === 1;
		}
	};
};
