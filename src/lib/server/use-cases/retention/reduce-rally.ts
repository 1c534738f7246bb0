import type { IsoDate } from '$lib/domain/calendar';
import { wallClock } from '$lib/domain/clock';
import type { RallyFigures } from '$lib/domain/figures/rally-figures';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import { addedUp } from '$lib/domain/retention/people-counts';
import { dueAfter, lastContact } from '$lib/domain/retention/retention';
import type { Db } from '../../db/client';
import { eraseEverybody } from '../../db/repositories/people-erasure';
import { personRequests } from '../../db/repositories/person-requests';
import { rallies } from '../../db/repositories/rallies';
import { readings } from '../../db/repositories/readings';
import { rallyMemories } from '../../db/repositories/rally-memories';
import { retentions } from '../../db/repositories/retention';
import { readFigures } from '../bilans/read-figures';
import { keptPeople, readPeopleCounts } from './people-counts';

export type ReduceFault =
	/** Its last day is not over: nothing of it is finished. */
	| { code: 'not-over' }
	| { code: 'nobody' }
	/** Somebody was written to or about since the page was opened: the day moved. */
	| { code: 'not-due'; on: IsoDate };

interface Reduction {
	by: string;
	/** Refuse while the organisation's own time is not over. */
	onlyDue: boolean;
}

/**
 * Erases the people of a rally and keeps its figures, in one transaction: either both or nothing. From then on the
 * figures are read from what was frozen (see read-figures.ts).
 */
export async function reduceRally(
	db: Db,
	rally: Rally,
	{ by, onlyDue }: Reduction,
	now: Date
): Promise<Result<{ people: number }, ReduceFault>> {
	const { date: today } = wallClock(now);
	const last = rally.programme.at(-1)?.date;
	if (!last || today <= last) return err({ code: 'not-over' });
	return db.transaction(async (tx) => {
		await rallies(tx).lock(rally.id);
		const contacts = (await retentions(tx).contacts(rally.organizationId)).get(rally.id);
		if (!contacts) return err({ code: 'nobody' });
		const { months } = await retentions(tx).find(rally.organizationId);
		const due = dueAfter(lastContact(last, contacts.dates, today), months, today);
		if (onlyDue && due.state !== 'due') return err({ code: 'not-due', on: due.on });
		const { figures, breakdowns, on } = await readFigures(tx, rally, now);
		const frozen: RallyFigures = { figures, breakdowns, on };
		const before = await rallyMemories(tx).find(rally.id);
		const live = await readPeopleCounts(tx, rally, now);
		const earlier = await keptPeople(tx, rally.id);
		const people = await eraseEverybody(tx, rally.id);
		await readings(tx).forget(people.map(({ id }) => id));
		await personRequests(tx, rally.organizationId).forget(people, { on: today, by, answering: false });
		await rallyMemories(tx).save({
			organizationId: rally.organizationId,
			rallyId: rally.id,
			month: (rally.programme[0]?.date ?? last).slice(0, 7),
			figures: frozen,
			people: earlier ? addedUp(live, earlier) : live,
			erased: (before?.erased ?? 0) + people.length,
			kept: null,
			reducedAt: now,
			by
		});
		return ok({ people: people.length });
	});
}
