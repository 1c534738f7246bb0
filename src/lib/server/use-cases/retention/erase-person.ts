import { wallClock } from '$lib/domain/clock';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import { lost, together } from '$lib/domain/retention/figures-kept';
import { addedUp } from '$lib/domain/retention/people-counts';
import type { Db } from '../../db/client';
import { erasePerson } from '../../db/repositories/person-erasure';
import { personRequests } from '../../db/repositories/person-requests';
import { rallies } from '../../db/repositories/rallies';
import { readings } from '../../db/repositories/readings';
import { rallyMemories } from '../../db/repositories/rally-memories';
import { readFigures } from '../bilans/read-figures';
import type { Editor, NotFound } from '../records/edit-record';
import { readPeopleCounts } from './people-counts';

/**
 * Erases one person and notes it in the register. Once the rally is over its figures stay what they were: what the
 * person made in them is kept, without the person. Before, they are not coming any more, and are no longer counted.
 */
export async function eraseOnePerson(
	db: Db,
	rally: Rally,
	participantId: string,
	editor: Editor,
	now: Date
): Promise<Result<{ counted: boolean }, NotFound>> {
	const { date: today } = wallClock(now);
	const last = rally.programme.at(-1)?.date;
	const over = last !== undefined && today > last;
	return db.transaction(async (tx) => {
		await rallies(tx).lock(rally.id);
		const before = await readFigures(tx, rally, now);
		const counted = await readPeopleCounts(tx, rally, now);
		const erased = await erasePerson(tx, rally.id, participantId);
		if (!erased) return err({ code: 'not-found' as const });
		if (over) {
			const memory = await rallyMemories(tx).find(rally.id);
			const gap = {
				...lost(before, await readFigures(tx, rally, now)),
				people: addedUp(counted, await readPeopleCounts(tx, rally, now), -1)
			};
			await rallyMemories(tx).save({
				organizationId: rally.organizationId,
				rallyId: rally.id,
				month: (rally.programme[0]?.date ?? last).slice(0, 7),
				figures: memory?.figures ?? null,
				people: memory?.people ?? null,
				erased: (memory?.erased ?? 0) + 1,
				// Counted with what earlier ones had left: the gap is only what this person adds.
				kept: memory?.kept ? together(memory.kept, gap) : gap,
				reducedAt: memory?.reducedAt ?? null,
				by: memory?.by ?? editor.name
			});
		}
		const register = personRequests(tx, rally.organizationId);
		await readings(tx).forget([erased.id]);
		const forgotten = { on: today, by: editor.name, answering: true };
		if ((await register.forget([erased], forgotten)) === 0)
			await register.add({
				kind: 'erasure',
				askedOn: today,
				answeredOn: today,
				answeredBy: editor.name,
				by: editor.name
			});
		return ok({ counted: over });
	});
}
