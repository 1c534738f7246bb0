import type { Db } from '../../db/client';
import { personalLinks, type PersonalLink } from '../../db/repositories/personal-links';
import { rallies, type StoredRally } from '../../db/repositories/rallies';
import { hashOf } from './link-token';

/** What a token opens, with the rally; null for a wrong, closed or expired one, without saying which. */
export async function openPersonalLink(
	db: Db,
	token: string
): Promise<{ link: PersonalLink; rally: StoredRally } | null> {
	const link = token.length <= 64 ? await personalLinks(db).byHash(hashOf(token)) : null;
	const rally = link && (await rallies(db).find(link.rallyId));
	if (!link || !rally) return null;
	await personalLinks(db).seen(link.id);
	return { link, rally };
}
