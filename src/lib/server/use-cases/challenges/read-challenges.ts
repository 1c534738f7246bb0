import { challengeLibrary, type Challenge } from '$lib/domain/challenge/library';
import type { Db } from '../../db/client';
import { chosenChallenges } from '../../db/repositories/chosen-challenges';
import { ownChallengesElsewhere } from '../../db/repositories/own-challenges';
import { records, type RecordRow } from '../../db/repositories/records';
import type { Owner } from '../records/edit-record';

type Row = RecordRow<'challenge'>;

export interface Challenges {
	library: readonly Challenge[];
	/** Written for this rally. */
	own: Challenge[];
	/** Written for other rallies of the organisation, and not here yet. */
	elsewhere: Challenge[];
	/** Ids of those that teams play. */
	chosen: string[];
}

/** What the organiser chooses among. */
export async function readChallenges(db: Db, { id, organizationId }: Owner): Promise<Challenges> {
	const own = (await writtenFor(db, id)).map(asChallenge);
	const here = new Set(own.map(wordsOf));
	const elsewhere = new Map(
		(await ownChallengesElsewhere(db, organizationId, id))
			.map(asChallenge)
			.filter((one) => !here.has(wordsOf(one)))
			// The same words, taken from one rally to the next, are one challenge: the last written.
			.map((one) => [wordsOf(one), one])
	);
	return {
		library: challengeLibrary,
		own,
		elsewhere: [...elsewhere.values()],
		chosen: await chosenChallenges(db, id).list()
	};
}

/** The challenges a rally gives: its own first, then the library's in their order. */
export async function givenChallenges(db: Db, rallyId: string): Promise<Challenge[]> {
	const chosen = await chosenChallenges(db, rallyId).list();
	const all = [...(await writtenFor(db, rallyId)).map(asChallenge), ...challengeLibrary];
	return all.filter(({ id }) => chosen.includes(id));
}

/** All that was ever played or could be, those taken away too: what a phone said of one holds. */
export const everyChallenge = async (db: Db, rallyId: string): Promise<Challenge[]> => [
	...challengeLibrary,
	...(await records(db, 'challenge').list(rallyId)).map(asChallenge),
	...(await records(db, 'challenge').list(rallyId, { archived: true })).map(asChallenge)
];

const writtenFor = async (db: Db, rallyId: string): Promise<Row[]> =>
	(await records(db, 'challenge').list(rallyId)).sort((a, b) => +a.createdAt - +b.createdAt);

const asChallenge = ({ id, kind, scope, name, text, points }: Row): Challenge => ({
	...{ id, kind, scope, text, points },
	title: name
});

const wordsOf = ({ title, text }: Challenge): string => JSON.stringify([title, text]);
