import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { RecordKind } from '$lib/domain/records';
import type { Db } from '../client';
import {
	accompanist,
	bilan,
	committeeMeeting,
	committeeMember,
	company,
	companyCommitment,
	companyContact,
	companyExchange,
	guest,
	informationSession,
	ownChallenge,
	participant,
	partner,
	preparationTask,
	vehicle
} from '../schema';
import { completed, insertMany, updateMany } from './write-many';

/** The tables of what people enter for a rally: same key, same version, same archive. */
export const recordTables = {
	company,
	participant,
	vehicle,
	accompanist,
	partner,
	guest,
	contact: companyContact,
	exchange: companyExchange,
	commitment: companyCommitment,
	session: informationSession,
	bilan,
	task: preparationTask,
	'committee-member': committeeMember,
	meeting: committeeMeeting,
	challenge: ownChallenge
};
export type EditableKind = Exclude<RecordKind, 'rally'>;
/** Kinds that have a list of their own under the rally; the others stand on another page. */
export type ListedKind = Exclude<
	EditableKind,
	'contact' | 'exchange' | 'commitment' | 'bilan' | 'task' | 'committee-member' | 'meeting' | 'challenge'
>;
export type RecordRow<K extends EditableKind> = (typeof recordTables)[K]['$inferSelect'];
export type NewRecord<K extends EditableKind> = (typeof recordTables)[K]['$inferInsert'];

/** What every record row has; used where the code is the same for all of them. */
export type AnyRecord = Pick<
	RecordRow<'vehicle'>,
	'id' | 'organizationId' | 'rallyId' | 'version' | 'createdAt' | 'updatedAt' | 'updatedBy' | 'archivedAt'
> &
	Record<string, unknown>;

/**
 * Reads and writes one kind of record. Always through a rally: a row of another rally does not exist here.
 * Writing takes the version that was read; null answers that it is no longer the current one.
 */
export function records<K extends EditableKind>(db: Db, kind: K) {
	// The tables share these columns; drizzle cannot express « any of them », so one stands for all.
	const table = recordTables[kind] as unknown as typeof vehicle;
	const asRows = (rows: unknown) => rows as RecordRow<K>[];

	return {
		list: async (rallyId: string, { archived = false } = {}) =>
			asRows(
				await db
					.select()
					.from(table as PgTable as typeof vehicle)
					.where(
						and(eq(table.rallyId, rallyId), archived ? isNotNull(table.archivedAt) : isNull(table.archivedAt))
					)
			),

		find: async (rallyId: string, id: string): Promise<RecordRow<K> | null> =>
			asRows(
				await db
					.select()
					.from(table)
					.where(and(eq(table.rallyId, rallyId), eq(table.id, id)))
			)[0] ?? null,

		/** How many of these ids are records of the rally, archived ones left out. */
		known: async (rallyId: string, ids: string[]): Promise<Set<string>> =>
			new Set(
				ids.length === 0
					? []
					: (
							await db
								.select({ id: table.id })
								.from(table)
								.where(and(eq(table.rallyId, rallyId), inArray(table.id, ids), isNull(table.archivedAt)))
						).map(({ id }) => id)
			),

		add: async (row: NewRecord<K>): Promise<RecordRow<K>> =>
			asRows(
				await db
					.insert(table)
					.values(row as never)
					.returning()
			)[0]!,

		/** The row as it will be stored, with its defaults: to be inserted. */
		whole: (row: Record<string, unknown>): RecordRow<K> => completed(table, row, new Date()) as RecordRow<K>,

		/** Adds several whole rows. */
		insert: (rows: Record<string, unknown>[]): Promise<void> => insertMany(db, table, rows),

		/**
		 * Saves these fields of several records, each as it is to be, its version the one that follows the one it was
		 * read at; answers which were saved, the others having been changed meanwhile.
		 */
		saveMany: (rallyId: string, rows: { after: AnyRecord; fields: string[] }[]): Promise<Set<string>> =>
			updateMany(
				db,
				table,
				rallyId,
				[...new Set([...rows.flatMap(({ fields }) => fields), 'version', 'updatedAt'])],
				rows.map(({ after }) => after)
			),

		/** A text that changes when a record of that kind does, or comes, or goes. */
		stamp: async (rallyId: string): Promise<string> =>
			(
				await db
					.select({
						of: sql<string>`md5(coalesce(string_agg(${table.id} || ':' || ${table.version}, ',' order by ${table.id}), ''))`
					})
					.from(table)
					.where(and(eq(table.rallyId, rallyId), isNull(table.archivedAt)))
			)[0]!.of,

		/** Archives those of these records that nobody changed since they were made; answers which. */
		archiveUntouched: async (rallyId: string, ids: string[], by: string): Promise<RecordRow<K>[]> =>
			ids.length === 0
				? []
				: asRows(
						await db
							.update(table)
							.set({ archivedAt: new Date(), version: 2, updatedAt: new Date(), updatedBy: by })
							.where(
								and(
									eq(table.rallyId, rallyId),
									inArray(table.id, ids),
									eq(table.version, 1),
									isNull(table.archivedAt)
								)
							)
							.returning()
					),

		save: async (
			rallyId: string,
			id: string,
			version: number,
			changes: Record<string, unknown> & { updatedBy: string }
		): Promise<RecordRow<K> | null> =>
			// prettier-ignore
			asRows(
				await db
					.update(table)
					.set({ ...changes, version: version + 1, updatedAt: new Date() } as never)
					.where(and(eq(table.rallyId, rallyId), eq(table.id, id), eq(table.version, version)))
					.returning()
			)[0] ?? null
	};
}
