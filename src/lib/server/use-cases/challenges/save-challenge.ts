import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { chosenChallenges } from '../../db/repositories/chosen-challenges';
import { addRecord, saveRecord, type Changed, type Editor, type NotFound, type Owner } from '../records/edit-record'; // prettier-ignore
import type { ChallengeInput } from './challenge-form';
import { readChallenges } from './read-challenges';

/** Whoever writes a challenge gives it: it is chosen at once. */
export const addChallenge = (db: Db, rally: Owner, input: ChallengeInput, editor: Editor): Promise<Changed> =>
	db.transaction(async (tx) => {
		const added = await addRecord(tx, 'challenge', rally, input, editor);
		await chosenChallenges(tx, rally.id).add(rally.organizationId, [added.id], editor.name);
		return added;
	});

export const saveChallenge = (
	db: Db,
	rally: Owner,
	id: string,
	{ version, ...input }: ChallengeInput & { version: number },
	editor: Editor
) => saveRecord(db, 'challenge', rally, id, version, input, editor);

/** A copy of a challenge written for another rally of the organisation: each rally keeps its own words. */
export async function takeUpChallenge(
	db: Db,
	rally: Owner,
	id: string,
	editor: Editor
): Promise<Result<Changed & { title: string }, NotFound>> {
	const one = (await readChallenges(db, rally)).elsewhere.find((other) => other.id === id);
	if (!one) return err({ code: 'not-found' });
	const { kind, scope, title, text, points } = one;
	const added = await addChallenge(db, rally, { kind, scope, name: title, text, points }, editor);
	return ok({ ...added, title });
}
