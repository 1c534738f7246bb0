import { mayMove } from '$lib/domain/enrolment/state';
import type { ParticipantState } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import {
	addRecord,
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type Editor,
	type NotFound
} from '../records/edit-record';
import { onEntering } from '../enrolment/move-participant';
import { withinProgramme } from '../records/within-programme';
import type { ParticipantInput } from './participant-form';

type Wish = 'together' | 'apart';
/** Somebody named in a wish is not a participant of this rally, or not any more. */
export type UnknownPerson = { code: 'unknown-person'; field: Wish };
/** A person cannot be put with, or away from, themselves. */
export type Oneself = { code: 'oneself'; field: Wish };
/** Two people asked to be both together and apart, on this record or across both. */
export type Contradiction = { code: 'contradiction'; field: Wish; names: string[]; elsewhere: boolean };
export type WishFault = UnknownPerson | Oneself | Contradiction;
/** A state that does not follow from where the person is. */
export type NotAStep = { code: 'not-a-step'; field: 'state'; from: ParticipantState; to: ParticipantState };

export async function addParticipant(
	db: Db,
	rally: Rally,
	input: ParticipantInput,
	editor: Editor
): Promise<Result<Changed, WishFault>> {
	const wrong = await wishFault(db, rally, null, input);
	if (wrong) return err(wrong);
	return ok(await addRecord(db, 'participant', rally, withinProgramme(rally, input), editor));
}

export async function saveParticipant(
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: ParticipantInput & { version: number },
	editor: Editor
): Promise<Result<Changed, WishFault | NotAStep | NotFound | EditedMeanwhile>> {
	const wrong = await wishFault(db, rally, id, input);
	if (wrong) return err(wrong);
	const current = await records(db, 'participant').find(rally.id, id);
	if (!current) return err({ code: 'not-found' });
	const [from, to] = [current.state, input.state];
	// Saved by somebody else since: that is told first, by the version.
	if (current.version === version && !mayMove(from, to))
		return err({ code: 'not-a-step', field: 'state', from, to });
	const values = { ...withinProgramme(rally, input), ...onEntering(from, to, new Date()) };
	return saveRecord(db, 'participant', rally, id, version, values, editor);
}

async function wishFault(
	db: Db,
	rally: Pick<Rally, 'id'>,
	id: string | null,
	{ together, apart }: Pick<ParticipantInput, Wish>
): Promise<WishFault | null> {
	if (together.length + apart.length === 0) return null;
	const others = await records(db, 'participant').list(rally.id);
	const known = new Map(others.map((person) => [person.id, person]));
	const wishes = { together, apart };

	for (const field of ['together', 'apart'] as const) {
		if (id && wishes[field].includes(id)) return { code: 'oneself', field };
		if (!wishes[field].every((other) => known.has(other))) return { code: 'unknown-person', field };
	}
	const names = (ids: string[]) =>
		ids.map((other) => `${known.get(other)!.firstName} ${known.get(other)!.lastName}`);
	const both = together.filter((other) => apart.includes(other));
	if (both.length > 0) return { code: 'contradiction', field: 'apart', names: names(both), elsewhere: false };

	for (const [field, opposite] of [
		['together', 'apart'],
		['apart', 'together']
	] as const) {
		const against = wishes[field].filter((other) => id && known.get(other)![opposite].includes(id));
		if (against.length > 0) return { code: 'contradiction', field, names: names(against), elsewhere: true };
	}
	return null;
}
