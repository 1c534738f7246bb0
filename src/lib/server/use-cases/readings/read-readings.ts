import { fullName } from '$lib/domain/participant';
import { readingPages } from '$lib/domain/retention/readings';
import type { Db } from '../../db/client';
import { readings } from '../../db/repositories/readings';

/** How many lines the page shows. */
const SHOWN = 500;

export interface ReadingInList {
	key: string;
	at: Date;
	by: string;
	/** What was read, in words. */
	says: string;
	rally: string;
	/** Whose record; null for a list, and for somebody erased since. */
	person: string | null;
}

/** The last readings of people's data in an organisation. */
export const readReadings = async (db: Db, organizationId: string): Promise<ReadingInList[]> =>
	(await readings(db).latest(organizationId, SHOWN)).map(
		({ key, at, by, page, file, rally, firstName, lastName }) => ({
			key,
			at,
			by,
			says: `${readingPages[page] ?? page}${file ? ` ${file}` : ''}`,
			rally: rally ?? 'Rallye effacé',
			person: firstName === null || lastName === null ? null : fullName({ firstName, lastName })
		})
	);
