import { mayMove } from '$lib/domain/enrolment/state';
import type { Attendance } from '$lib/domain/enrolment/session';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import { onEntering } from '../enrolment/move-participant';
import type { Changed, Editor, NotFound } from '../records/edit-record';
import { saveTogether, type Edit } from '../records/edit-together';
import type { AttendanceLine } from './session-form';

export interface Attended {
	/** What « Annuler » takes back; null when nothing had changed. */
	change: Changed | null;
	/** People whom somebody else had dealt with since the page was opened: left as that person put them. */
	kept: string[];
}

/**
 * Writes who was invited and who came, and what is decided for each, in one act. Two people may fill the list at
 * once: only the lines that this one changed are written, and not over another's.
 */
export async function saveAttendance(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	sessionId: string,
	lines: readonly AttendanceLine[],
	editor: Editor
): Promise<Result<Attended, NotFound>> {
	for (;;) {
		const session = await records(db, 'session').find(rally.id, sessionId);
		if (!session || session.archivedAt) return err({ code: 'not-found' });
		const people = new Map(
			(await records(db, 'participant').list(rally.id)).map((person) => [person.id, person])
		);
		const attendance: Record<string, Attendance> = { ...session.attendance };
		const kept = new Set<string>();
		const edits: Edit[] = [];
		for (const { id, was, now, from, to } of lines) {
			const person = people.get(id);
			if (!person) continue;
			const current = attendance[id] ?? null;
			if (now !== was && current !== now) {
				if (current !== was) kept.add(person.firstName);
				else if (now === null) delete attendance[id];
				else attendance[id] = now;
			}
			if (to === null || to === person.state) continue;
			if (person.state !== from || !mayMove(from, to)) kept.add(person.firstName);
			else {
				const values = { state: to, ...onEntering(from, to, new Date()) };
				edits.push({ kind: 'participant', id, version: person.version, values });
			}
		}
		if (JSON.stringify(attendance) !== JSON.stringify(session.attendance))
			edits.unshift({ kind: 'session', id: sessionId, version: session.version, values: { attendance } });
		const [first, ...others] = edits;
		if (!first) return ok({ change: null, kept: [...kept] });
		const saved = await saveTogether(db, rally, [first, ...others], editor);
		// Somebody saved one of them at the same instant: looked at again as it stands now.
		if (saved.ok) return ok({ change: saved.value, kept: [...kept] });
		if (saved.error.code === 'not-found') return err(saved.error);
	}
}
