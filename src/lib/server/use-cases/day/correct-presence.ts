import type { HalfDay } from '$lib/domain/calendar';
import type { PresenceState } from '$lib/domain/day/event';
import { presenceOf, presenceTable } from '$lib/domain/day/presence-log';
import { expectedHalfDays } from '$lib/domain/presence';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { dayLog } from '../../db/repositories/day-log';
import { records } from '../../db/repositories/records';
import type { Editor } from '../records/edit-record';
import { sayAsOrganizer } from './correct-day';

export interface PresenceCorrection {
	person: string;
	half: HalfDay;
	state: PresenceState;
	/** For somebody who left: since when, minutes. */
	from: number | null;
	reason: string;
	/** The event that stood when the form was opened; empty when nothing was said. */
	seen: string;
}
export type CorrectionFault = { code: 'unknown' | 'said-meanwhile' };

/** Writes what the organiser knows of somebody's presence. Refused when it was said otherwise since they looked. */
export async function correctPresence(
	db: Db,
	rally: Rally,
	{ seen, ...correction }: PresenceCorrection,
	editor: Editor,
	now: Date
): Promise<Result<void, CorrectionFault>> {
	const { person, half } = correction;
	const known = await records(db, 'participant').find(rally.id, person);
	if (!known || !expectedHalfDays(rally.programme).some(({ key }) => key === half))
		return err({ code: 'unknown' });
	return db.transaction(async (tx) => {
		await dayLog(tx, rally.id).hold();
		const stands = presenceOf(presenceTable(await dayLog(tx, rally.id).since()), person, half);
		if ((stands?.event ?? '') !== seen) return err({ code: 'said-meanwhile' as const });
		const said = { kind: 'presence' as const, ...correction };
		await sayAsOrganizer(tx, rally, [{ team: null, said }], editor, now);
		return ok(undefined);
	});
}
