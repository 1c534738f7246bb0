import { randomUUID } from 'node:crypto';
import { addDays } from '$lib/domain/calendar';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { itineraryLinks, type ItineraryLink } from '../../db/repositories/itinerary-links';
import type { Editor } from '../records/edit-record';
import { hashOf, tokenOf } from './link-token';

/** Days during which a page can still be read after the rally. */
const AFTERWARDS = 3;

/** When the pages of this rally's teams close by themselves. */
export const expiryOf = ({ programme }: Pick<Rally, 'programme'>): Date =>
	new Date(`${addDays(programme.at(-1)!.date, AFTERWARDS)}T22:00:00Z`);

/** Opens a page for each team that has none. Gives all the open links. */
export const giveLinks = (
	db: Db,
	rally: Rally,
	letters: string[],
	secret: string,
	editor: Editor
): Promise<ItineraryLink[]> =>
	db.transaction(async (tx) => {
		const already = await itineraryLinks(tx).open(rally.id);
		for (const letter of letters) {
			if (!already.some(({ teamLetter }) => teamLetter === letter))
				await openLink(tx, rally, letter, secret, editor);
		}
		return itineraryLinks(tx).open(rally.id);
	});

/** Closes a team's page and opens another: the former address shows nothing any more. */
export const renewLink = (
	db: Db,
	rally: Rally,
	letter: string,
	secret: string,
	editor: Editor
): Promise<void> =>
	db.transaction(async (tx) => {
		await itineraryLinks(tx).revoke(rally.id, letter);
		await openLink(tx, rally, letter, secret, editor);
	});

/** Closes a team's page; answers whether one was open. */
export const revokeLink = (db: Db, rally: Rally, letter: string): Promise<boolean> =>
	itineraryLinks(db).revoke(rally.id, letter);

function openLink(
	db: Db,
	rally: Rally,
	teamLetter: string,
	secret: string,
	editor: Editor
): Promise<ItineraryLink> {
	const id = randomUUID();
	return itineraryLinks(db).add({
		id,
		organizationId: rally.organizationId,
		rallyId: rally.id,
		teamLetter,
		tokenHash: hashOf(tokenOf(id, secret)),
		expiresAt: expiryOf(rally),
		createdBy: editor.name
	});
}
