import { z } from 'zod';
import { MEETING } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import { typedTravels } from '../../db/repositories/typed-travel';
import { required, wholeOrNull } from '../../fields';
import type { Editor } from '../records/edit-record';

export const TravelTimeForm = z.object({
	from: required('Choisissez le départ.'),
	to: required('Choisissez l’arrivée.'),
	/** Empty: back to the estimate. */
	minutes: wholeOrNull(1, 300)
});

export type TypeTravelError = { code: 'unknown-place' } | { code: 'same-place' };

/** Writes the minutes of one leg, in one direction; without minutes the estimate comes back. */
export async function typeTravelTime(
	db: Db,
	rally: Rally,
	{ from, to, minutes }: z.output<typeof TravelTimeForm>,
	editor: Editor
): Promise<Result<void, TypeTravelError>> {
	if (from === to) return err({ code: 'same-place' });
	const wanted = [from, to].filter((id) => id !== MEETING);
	if (wanted.some((id) => !z.uuid().safeParse(id).success)) return err({ code: 'unknown-place' });
	const known = await records(db, 'company').known(rally.id, wanted);
	if (wanted.some((id) => !known.has(id))) return err({ code: 'unknown-place' });

	if (minutes === null) await typedTravels(db).clear(rally.id, from, to);
	else {
		const { id: rallyId, organizationId } = rally;
		await typedTravels(db).set({
			rallyId,
			organizationId,
			fromPlace: from,
			toPlace: to,
			minutes,
			updatedBy: editor.name
		});
	}
	return ok(undefined);
}
