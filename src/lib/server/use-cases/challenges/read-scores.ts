import { challengeLibrary, type Challenge } from '$lib/domain/challenge/library';
import { scores, type TeamScore } from '$lib/domain/challenge/scores';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { chosenChallenges } from '../../db/repositories/chosen-challenges';
import { dayLog } from '../../db/repositories/day-log';
import { plans } from '../../db/repositories/plans';

/** The challenges a rally gives, in the library's order. */
export async function givenChallenges(db: Db, rallyId: string): Promise<Challenge[]> {
	const chosen = await chosenChallenges(db, rallyId).list();
	return challengeLibrary.filter(({ id }) => chosen.includes(id));
}

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
