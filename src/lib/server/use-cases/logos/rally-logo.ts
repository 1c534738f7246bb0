import type { IsoDate } from '$lib/domain/calendar';
import { wallClock } from '$lib/domain/clock';
import { rightInForce } from '$lib/domain/network/name-right';
import type { Db } from '../../db/client';
import { logos } from '../../db/repositories/logos';
import { networkStanding } from '../../db/repositories/network-standing';

/**
 * The rallies' logo as documents draw it: null while it was not given, and while the federation does not grant the
 * right to it (the charter lets it withdraw the name and the logo, l. 106).
 */
export async function rallyLogo(
	db: Db,
	organizationId: string,
	today = wallClock(new Date()).date
): Promise<Uint8Array | null> {
	if (!(await mayCarry(db, organizationId, today))) return null;
	return (await logos(db, organizationId).find('rally'))?.bytes ?? null;
}

/** Whether documents carry it, without reading it. */
export const carriesLogo = async (db: Db, organizationId: string, today: IsoDate): Promise<boolean> =>
	(await mayCarry(db, organizationId, today)) &&
	(await logos(db, organizationId).list()).some(({ kind }) => kind === 'rally');

/** Whether the federation grants the name and the logo that day. */
export const mayCarry = async (db: Db, organizationId: string, today: IsoDate): Promise<boolean> =>
	rightInForce(await networkStanding(db).rights(organizationId), today)?.state === 'granted';

/** The organisation's own, which asks nobody's leave. */
export const ownLogo = async (db: Db, organizationId: string): Promise<Uint8Array | null> =>
	(await logos(db, organizationId).find('own'))?.bytes ?? null;
