import type { SentScore } from '$lib/domain/bilan/bilan';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readGrid } from '../fidelity/read-grid';

/** The grid as it leaves: levels and the organiser's comment, without evidence. */
export const gridToSend = async (db: Db, rally: Rally, now: Date): Promise<SentScore[]> =>
	(await readGrid(db, rally, now)).map(({ principle, proposed, own, comment }) => ({
		principle,
		proposed,
		own,
		comment
	}));
