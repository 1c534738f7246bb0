import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { chosenChallenges } from '../../db/repositories/chosen-challenges';
import type { Editor } from '../records/edit-record';
import { everyChallenge } from './read-challenges';

/**
 * Adds and takes away what was ticked and unticked since the page was opened (`before`): what somebody else chose
 * meanwhile stays. Points already given for a challenge are kept, and count again if it is chosen again.
 */
export const chooseChallenges = (
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	{ before, wanted }: { before: readonly string[]; wanted: readonly string[] },
	editor: Editor
): Promise<void> =>
	db.transaction(async (tx) => {
		const known = new Set((await everyChallenge(tx, rally.id)).map(({ id }) => id));
		const chosen = chosenChallenges(tx, rally.id);
		const added = wanted.filter((id) => known.has(id) && !before.includes(id));
		await chosen.add(rally.organizationId, [...new Set(added)], editor.name);
		await chosen.remove(before.filter((id) => !wanted.includes(id)));
	});
