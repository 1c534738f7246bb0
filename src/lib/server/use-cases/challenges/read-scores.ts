import type { Challenge } from '$lib/domain/challenge/library';
import { scores, type TeamScore } from '$lib/domain/challenge/scores';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { dayLog } from '../../db/repositories/day-log';
import { plans } from '../../db/repositories/plans';
import { givenChallenges } from './read-challenges';

export interface Scores {
	challenges: Challenge[];
	teams: TeamScore[];
}

/** The board of the challenges: every team of the plan in force. */
export async function readScores(db: Db, rally: Pick<Rally, 'id'>): Promise<Scores> {
	const challenges = await givenChallenges(db, rally.id);
	const letters = ((await plans(db).published(rally.id))?.teams ?? []).map(({ letter }) => letter);
	const events = await dayLog(db, rally.id).since();
	return { challenges, teams: scores(letters, challenges.map(({ id }) => id), events) }; // prettier-ignore
}
