import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { may, type Actor } from '$lib/domain/access';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { changes } from '../../db/repositories/changes';
import { rallies } from '../../db/repositories/rallies';
import { addRallyRows, type RallyRows } from '../../db/repositories/rally-rows';
import { openBox, type ArchiveHead, type BoxFault } from '../../vault/archive-box';

/** What opens as a rally: lists of rows, each with an id of its own or without one. */
const Content = z
	.record(z.string().max(60), z.array(z.record(z.string(), z.unknown())).max(200_000))
	.refine(({ rally }) => rally?.length === 1 && typeof rally[0]?.id === 'string');

export type ArchiveFault = BoxFault | { code: 'not-your-organization' } | { code: 'does-not-fit' };

export interface ReadArchive {
	rallyId: string;
	head: ArchiveHead;
	/** Fingerprint of the installation that signed it. */
	signer: string;
}

/**
 * Adds the rally of an archive to an organisation, as a rally of its own: every id is given anew, everywhere it is
 * named, so that the same archive opens twice and beside the original. All or nothing.
 */
export async function readArchive(
	db: Db,
	bytes: Uint8Array,
	passphrase: string,
	organizationId: string,
	actor: Actor
): Promise<Result<ReadArchive, ArchiveFault>> {
	if (!may(actor, 'rally:write', organizationId)) return err({ code: 'not-your-organization' });
	const opened = await openBox(bytes, passphrase);
	if (!opened.ok) return opened;
	const { head, signer, content } = opened.value;
	const parsed = Content.safeParse(content);
	if (!parsed.success) return err({ code: 'does-not-fit' });
	const rows = renamed(parsed.data, organizationId);
	const rallyId = rows.rally![0]!.id as string;
	try {
		await db.transaction(async (tx) => {
			await addRallyRows(tx, rows);
			const rally = (await rallies(tx).find(rallyId))!;
			await changes(tx).add({
				organizationId,
				rallyId,
				record: 'rally',
				recordId: rallyId,
				kind: 'create',
				version: rally.version,
				after: { ...rally },
				by: actor.name
			});
		});
	} catch (problem) {
		// Rows of a version too far from this one: the database refuses them, and nothing is kept.
		if (isRefusedByDatabase(problem)) return err({ code: 'does-not-fit' });
		throw problem;
	}
	return ok({ rallyId, head, signer });
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

/** The same rows with new ids, wherever they are named: in a column, a list, a key of a plan or of the day's log. */
function renamed(rows: RallyRows, organizationId: string): RallyRows {
	const given = new Map<string, string>();
	for (const list of Object.values(rows))
		for (const { id } of list) if (typeof id === 'string') given.set(id, randomUUID());
	const text = JSON.stringify(rows).replace(UUID, (id) => given.get(id) ?? id);
	const anew = JSON.parse(text) as RallyRows;
	for (const list of Object.values(anew))
		for (const row of list) {
			if ('organizationId' in row) row.organizationId = organizationId;
			// Members of the other installation are not of this one.
			if ('ownerId' in row) row.ownerId = null;
		}
	return anew;
}

/** SQLSTATE classes 22 (data) and 23 (constraints), also once drizzle has wrapped them. */
function isRefusedByDatabase(problem: unknown): boolean {
	const cause = problem instanceof Error && problem.cause ? problem.cause : problem;
	const code = String((cause as { code?: unknown } | null)?.code ?? '');
	return /^2[23]/.test(code) || problem instanceof TypeError || problem instanceof RangeError;
}
