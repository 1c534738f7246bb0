import { randomUUID } from 'node:crypto';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { hostLinks } from '../../db/repositories/host-links';
import { records } from '../../db/repositories/records';
import { expiryOf } from '../itinerary-links/give-links';
import type { Editor, NotFound } from '../records/edit-record';
import { hashOf, hostTokenOf } from './link-token';

/** Opens a page for each of these companies that has none; answers how many were opened. */
export const giveHostLinks = (
	db: Db,
	rally: Rally,
	companyIds: readonly string[],
	secret: string,
	editor: Editor
): Promise<number> =>
	db.transaction(async (tx) => {
		const known = await records(tx, 'company').known(rally.id, [...companyIds]);
		const already = new Set((await hostLinks(tx).open(rally.id)).map(({ companyId }) => companyId));
		const missing = companyIds.filter((id) => known.has(id) && !already.has(id));
		let opened = 0;
		for (const id of missing) {
			// One that ran out is no page any more, but holds its place until it is closed.
			await hostLinks(tx).revokeExpired(rally.id, id);
			if (await openLink(tx, rally, id, secret, editor)) opened++;
		}
		return opened;
	});

/**
 * Closes a company's page and opens another: the former address shows nothing any more. Of two people who do so at
 * once, one page is opened.
 */
export const renewHostLink = (
	db: Db,
	rally: Rally,
	companyId: string,
	secret: string,
	editor: Editor
): Promise<Result<void, NotFound>> =>
	db.transaction(async (tx) => {
		if (!(await records(tx, 'company').known(rally.id, [companyId])).has(companyId))
			return err({ code: 'not-found' });
		await hostLinks(tx).revoke(rally.id, companyId);
		await openLink(tx, rally, companyId, secret, editor);
		return ok(undefined);
	});

/** Closes a company's page; answers whether one was open. */
export const revokeHostLink = (db: Db, rally: Rally, companyId: string): Promise<boolean> =>
	hostLinks(db).revoke(rally.id, companyId);

function openLink(db: Db, rally: Rally, companyId: string, secret: string, editor: Editor): Promise<boolean> {
	const id = randomUUID();
	return hostLinks(db).add({
		id,
		organizationId: rally.organizationId,
		rallyId: rally.id,
		companyId,
		tokenHash: hashOf(hostTokenOf(id, secret)),
		expiresAt: expiryOf(rally),
		createdBy: editor.name
	});
}
