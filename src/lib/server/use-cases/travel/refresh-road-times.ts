import type { ErrandOutcome, ErrandProgress } from '$lib/domain/errand';
import type { Rally } from '$lib/domain/rally';
import { isOwn } from '$lib/domain/road-time';
import type { LocatedPlace } from '$lib/geo/travel-times';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { roadTimes, type RoadTimeRow } from '../../db/repositories/road-times';
import { log } from '../../log';
import { askRoadTimes, type AskedPair } from '../../travel/ask-road-times';
import type { RoadServer } from '../../travel/road-server';
import { placesOf, stillThere } from './read-travel';

interface Refresh {
	/** Ask again even where an answer is known. */
	afresh: boolean;
	signal: AbortSignal;
	onProgress: (progress: ErrandProgress) => void;
}

/**
 * Asks the road server for the times between the places of a rally, and keeps each answer as it comes. A pair that
 * gets none keeps its fault: the estimate stands in, and the page says so.
 */
export async function refreshRoadTimes(
	db: Db,
	rally: Rally,
	server: RoadServer,
	{ afresh, signal, onProgress }: Refresh
): Promise<ErrandOutcome> {
	const places = placesOf(await readDossier(db, rally, null));
	const at = new Map(places.map(({ id, position }) => [id, position]));
	const known = afresh ? [] : (await roadTimes(db).list(rally.id)).filter((row) => isAnswered(row, at));
	const done = new Set(known.map(({ fromPlace, toPlace }) => `${fromPlace} ${toPlace}`));
	const wanted = (from: LocatedPlace, to: LocatedPlace) => !done.has(`${from.id} ${to.id}`);

	const total = places.length * (places.length - 1) - done.size;
	const outcome: ErrandOutcome = { answered: 0, missed: 0, fault: null };
	onProgress({ done: 0, total });
	await askRoadTimes(server, places, {
		wanted,
		signal,
		keep: async (pairs) => {
			const good = pairs.filter(({ answer }) => answer.ok);
			const bad = pairs.filter(({ answer }) => !answer.ok);
			await roadTimes(db).answered(good.map((pair) => rowOf(pair, rally, server)));
			await roadTimes(db).failed(bad.map((pair) => rowOf(pair, rally, server)));
			outcome.answered += good.length;
			outcome.missed += bad.length;
			outcome.fault ??= faultOfServer(bad);
			onProgress({ done: outcome.answered + outcome.missed, total });
		}
	});
	if (outcome.fault) log.warn({ server: server.kind, fault: outcome.fault.code }, 'road server');
	return outcome;
}

const isAnswered = (row: RoadTimeRow, at: Parameters<typeof stillThere>[1]) =>
	row.seconds !== null && row.fault === null && stillThere(row, at);

/** What went wrong with the server itself, if it did: faults about single ways are told pair by pair. */
function faultOfServer(pairs: AskedPair[]): ErrandOutcome['fault'] {
	for (const { answer } of pairs) {
		if (!answer.ok && !isOwn(answer.fault)) return answer.fault;
	}
	return null;
}

function rowOf(
	{ from, to, answer }: AskedPair,
	{ id: rallyId, organizationId }: Rally,
	{ kind }: RoadServer
) {
	const now = new Date();
	return {
		rallyId,
		organizationId,
		fromPlace: from.id,
		toPlace: to.id,
		fromLongitude: from.position.lon,
		fromLatitude: from.position.lat,
		toLongitude: to.position.lon,
		toLatitude: to.position.lat,
		...(answer.ok
			? { seconds: answer.seconds, metres: answer.metres, server: kind, answeredAt: now }
			: { fault: answer.fault, faultSince: now })
	};
}
