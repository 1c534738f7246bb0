import { halfDaysOf } from '$lib/domain/calendar';
import { canBeReplaced, canReplace } from '$lib/domain/enrolment/state';
import type { Rally } from '$lib/domain/rally';
import { err, type Result } from '$lib/domain/result';
import { z } from 'zod';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import * as field from '../../fields';
import type { Changed, EditedMeanwhile, Editor, NotFound } from '../records/edit-record';
import { saveTogether } from '../records/edit-together';

export const ReplacementForm = z.object({
	by: field
		.required('Choisissez qui prend la place.', 40)
		.pipe(z.uuid({ error: 'Choisissez dans la liste.' })),
	/** First half-day of the one who comes; empty from the start. */
	from: field.textOrNull(30)
});
export type Replacement = z.output<typeof ReplacementForm>;

/** The person's place cannot be taken, or that other person cannot take it. */
export type CannotReplace = { code: 'cannot-replace'; field: 'by' };
export type UnknownHalfDay = { code: 'unknown-half-day'; field: 'from' };

/**
 * Gives somebody's place to another person. Both stay: the first as « remplacé·e », by whom and from when; the
 * second enrolled, away on the half-days before. One act, that « Annuler » takes back whole.
 */
export async function replaceParticipant(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId' | 'programme'>,
	id: string,
	{ by, from }: Replacement,
	editor: Editor
): Promise<Result<Changed, NotFound | CannotReplace | UnknownHalfDay | EditedMeanwhile>> {
	const [leaving, coming] = [
		await records(db, 'participant').find(rally.id, id),
		await records(db, 'participant').find(rally.id, by)
	];
	if (!leaving || leaving.archivedAt) return err({ code: 'not-found' });
	if (!coming || coming.archivedAt || !canReplace(coming.state) || !canBeReplaced(leaving.state))
		return err({ code: 'cannot-replace', field: 'by' });
	const halves = halfDaysOf(rally.programme).map(({ key }) => key as string);
	if (from !== null && !halves.includes(from)) return err({ code: 'unknown-half-day', field: 'from' });
	const before = from === null ? [] : halves.slice(0, halves.indexOf(from));

	const first = from === halves[0] ? null : from;
	return saveTogether(
		db,
		rally,
		[
			{
				kind: 'participant',
				id,
				version: leaving.version,
				values: { state: 'replaced', replacedById: by, replacedFrom: first }
			},
			{
				kind: 'participant',
				id: by,
				version: coming.version,
				values: {
					state: 'confirmed',
					absences: [...new Set([...coming.absences, ...before])].sort()
				}
			}
		],
		editor
	);
}
