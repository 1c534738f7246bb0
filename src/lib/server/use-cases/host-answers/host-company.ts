import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { hostLinks } from '../../db/repositories/host-links';
import { rallies } from '../../db/repositories/rallies';
import { records, type RecordRow } from '../../db/repositories/records';
import { hashOf } from '../host-links/link-token';

export interface HostAtTheDoor {
	linkId: string;
	rally: Rally;
	company: RecordRow<'company'>;
}

/** Whose page a token opens; null for a wrong, revoked or expired one, and for a company that was put away. */
export async function companyOfToken(db: Db, token: string): Promise<HostAtTheDoor | null> {
	const link = token.length <= 64 ? await hostLinks(db).byHash(hashOf(token)) : null;
	const rally = link && (await rallies(db).find(link.rallyId));
	const company = rally && (await records(db, 'company').find(rally.id, link.companyId));
	if (!link || !rally || !company || company.archivedAt) return null;
	return { linkId: link.id, rally, company };
}
