import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import { mayTry, stillMay } from '../../auth/attempts';
import type { Db } from '../../db/client';
import { itineraryLinks, type ItineraryLink } from '../../db/repositories/itinerary-links';
import { rallies } from '../../db/repositories/rallies';
import { hashOf } from '../itinerary-links/link-token';

export type LinkFault = { code: 'closed' | 'too-many' };

/** Wrong addresses that one place on the network may try in ten minutes. */
const WRONG = 40;

/**
 * The team's link that a token opens. A wrong, revoked or expired one is « closed », without saying which; whoever
 * tries many is told to wait, whatever they try. `address` is the network's, of which only a fingerprint is kept.
 */
export async function openDay(
	db: Db,
	token: string,
	address: string
): Promise<Result<{ link: ItineraryLink; rally: Rally }, LinkFault>> {
	const limit = { what: 'itinerary', whom: address, max: WRONG, minutes: 10 };
	if (!(await stillMay(db, limit))) return err({ code: 'too-many' });
	const link = token.length <= 64 ? await itineraryLinks(db).byHash(hashOf(token)) : null;
	const rally = link && (await rallies(db).find(link.rallyId));
	if (link && rally) return ok({ link, rally });
	await mayTry(db, limit);
	return err({ code: 'closed' });
}
