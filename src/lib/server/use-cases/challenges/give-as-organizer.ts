import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { sayAsOrganizer } from '../day/correct-day';
import type { Editor, Owner } from '../records/edit-record';
import { givenChallenges } from './read-challenges';

/** What a host gave, or points of the whole rally: the organiser's own line, which replaces their former one. */
export async function giveAsOrganizer(
	db: Db,
	rally: Owner,
	{ team, challenge, points }: { team: string; challenge: string; points: number },
	editor: Editor,
	now: Date
): Promise<Result<void, { code: 'not-played' | 'too-high' }>> {
	const played = (await givenChallenges(db, rally.id)).find(({ id }) => id === challenge);
	if (!played) return err({ code: 'not-played' });
	if (points > played.points) return err({ code: 'too-high' });
	const line = { team, said: { kind: 'points' as const, challenge, stop: null, points } };
	await sayAsOrganizer(db, rally, [line], editor, now);
	return ok(undefined);
}
