import { moveInLine } from '$lib/domain/enrolment/waiting-list';
import type { Rally } from '$lib/domain/rally';
import { err, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import type { Changed, EditedMeanwhile, Editor, NotFound } from '../records/edit-record';
import { saveTogether, type Edit } from '../records/edit-together';

/** Puts somebody one place higher or lower on the waiting list. Not found at either end: nothing to do. */
export async function orderWaitingList(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	{ id, direction }: { id: string; direction: 'up' | 'down' },
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile>> {
	const people = await records(db, 'participant').list(rally.id);
	const edits = [...moveInLine(people, id, direction)].map(([moved, waitingFrom]): Edit => {
		const { version } = people.find((person) => person.id === moved)!;
		return { kind: 'participant', id: moved, version, values: { waitingFrom } };
	});
	const [first, ...others] = edits;
	return first ? saveTogether(db, rally, [first, ...others], editor) : err({ code: 'not-found' });
}
