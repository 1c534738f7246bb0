import type { SentScore } from '$lib/domain/bilan/bilan';
import { principleKeys } from '$lib/domain/fidelity/principles';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';

/** The grid as it leaves: levels and the organiser's comment, without evidence. */
export async function gridToSend(_db: Db, _rally: Rally, _now: Date): Promise<SentScore[]> {
	return principleKeys.map((principle) => ({ principle, proposed: null, own: null, comment: '' }));
}
