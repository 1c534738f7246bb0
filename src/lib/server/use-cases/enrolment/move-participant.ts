import { mayMove } from '$lib/domain/enrolment/state';
import type { ParticipantState } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records, type RecordRow } from '../../db/repositories/records';
import { saveRecord, type Changed, type Editor, type NotFound } from '../records/edit-record';

/** Not a step from where the person stands. */
export type NotAMove = { code: 'not-a-move'; from: ParticipantState; to: ParticipantState };
/** Somebody moved the person since the page was opened. */
export type MovedMeanwhile = { code: 'moved-meanwhile'; state: ParticipantState; by: string };

/** What goes with a new state: the place at the end of the list, and no trace of an earlier replacement. */
export const onEntering = (
	from: ParticipantState,
	to: ParticipantState,
	now: Date
): Partial<Pick<RecordRow<'participant'>, 'waitingFrom' | 'replacedById' | 'replacedFrom'>> => ({
	...(to === 'waiting' && from !== 'waiting' && { waitingFrom: now.getTime() / 1000 }),
	...(from === 'replaced' && to !== 'replaced' && { replacedById: null, replacedFrom: null })
});

/** Moves somebody from the state the page showed to another one. */
export async function moveParticipant(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	{ id, from, to }: { id: string; from: ParticipantState; to: ParticipantState },
	editor: Editor,
	now = new Date()
): Promise<Result<Changed & { name: string }, NotFound | NotAMove | MovedMeanwhile>> {
	// Somebody saving another field at the same instant does not stop the move: it is tried on what they saved.
	for (;;) {
		const person = await records(db, 'participant').find(rally.id, id);
		if (!person || person.archivedAt) return err({ code: 'not-found' });
		if (person.state !== from)
			return err({ code: 'moved-meanwhile', state: person.state, by: person.updatedBy });
		if (!mayMove(from, to) || from === to) return err({ code: 'not-a-move', from, to });
		const values = { state: to, ...onEntering(from, to, now) };
		const saved = await saveRecord(db, 'participant', rally, id, person.version, values, editor);
		if (saved.ok) return ok({ ...saved.value, name: person.firstName });
		if (saved.error.code === 'not-found') return err(saved.error);
	}
}
