import { addDays, daysMoved } from '$lib/domain/calendar';
import type { Place } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { changes } from '../../db/repositories/changes';
import { dayLog } from '../../db/repositories/day-log';
import { rallies, type StoredRally } from '../../db/repositories/rallies';
import { placed } from '../../geocoding/placed';
import type { EditedMeanwhile, Editor, NotFound } from '../records/edit-record';
import {
	closingGoesAlong,
	keepPagesOpen,
	moveAlong,
	notedDays,
	type DaysNoted,
	type Followed
} from './move-rally';
import type { RallyInput } from './rally-form';

/**
 * Saves a rally's programme and settings, opened at `version`. Refused when somebody saved it since.
 * When all its days move together, everything said of those days moves with them; once something was noted of a day
 * (a presence, a visit), that day keeps its date.
 */
export const saveRally = (
	db: Db,
	rally: StoredRally,
	{ version, ...input }: RallyInput & { version: number },
	editor: Editor
): Promise<Result<Followed, NotFound | EditedMeanwhile | DaysNoted>> => {
	const typed = {
		...input,
		meetingPoint: standing(input.meetingPoint, rally.meetingPoint),
		closing: input.closing && {
			...input.closing,
			place: standing(input.closing.place, rally.closing?.place ?? null)
		}
	};
	return db.transaction(async (tx) => {
		// Nobody notes anything of a day while it moves.
		await dayLog(tx, rally.id).hold();
		const before = await rallies(tx).find(rally.id);
		if (!before) return err({ code: 'not-found' });
		const days = daysMoved(before.programme, typed.programme);
		const dates = await notedDays(tx, before, days, typed.programme);
		if (dates.length > 0) return err({ code: 'days-noted', dates });
		const closing = days !== 0 && closingGoesAlong(before, typed);
		const values = closing
			? { ...typed, closing: { ...typed.closing!, date: addDays(typed.closing!.date, days) } }
			: typed;
		const after = await rallies(tx).save(rally.id, version, { ...values, updatedBy: editor.name });
		if (after) {
			await changes(tx).add({
				organizationId: rally.organizationId,
				rallyId: rally.id,
				record: 'rally',
				recordId: rally.id,
				kind: 'update',
				version: after.version,
				before: { ...before },
				after: { ...after },
				by: editor.name
			});
			await keepPagesOpen(tx, after);
			return ok({ days, closing, ...(await moveAlong(tx, after, days, editor)) });
		}
		const current = (await rallies(tx).find(rally.id)) ?? before;
		const { by, at } = (await rallies(tx).lastTouch(rally.id))!;
		const opened = await changes(tx).asOf(rally.id, version);
		return err({ code: 'edited-meanwhile', by, at, current: { ...current }, opened });
	});
};

/** The same place, its position and precision made to agree with what was typed. */
const standing = <P extends Place | null>(place: P, before: Place | null): P =>
	place && { ...place, ...placed(place, before) };
