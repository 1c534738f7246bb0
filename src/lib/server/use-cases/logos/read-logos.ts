import type { IsoDate } from '$lib/domain/calendar';
import { rightInForce, type NameRightState } from '$lib/domain/network/name-right';
import type { Db } from '../../db/client';
import { logos, type LogoCard } from '../../db/repositories/logos';
import { networkStanding } from '../../db/repositories/network-standing';
import { organizations } from '../../db/repositories/organizations';

export interface LogosRead {
	name: string;
	/** Null while the federation decided nothing. */
	right: NameRightState | null;
	logos: LogoCard[];
}

/** What an organisation gave, and what it may show; null for one that does not exist. */
export async function readLogos(db: Db, organizationId: string, today: IsoDate): Promise<LogosRead | null> {
	const organization = await organizations(db).find(organizationId);
	return (
		organization && {
			name: organization.name,
			right: rightInForce(await networkStanding(db).rights(organizationId), today)?.state ?? null,
			logos: await logos(db, organizationId).list()
		}
	);
}
