import { wallClock } from '$lib/domain/clock';
import { countRally, type CountedRally, type MeasuredAfter } from '$lib/domain/figures/count';
import type { Rally } from '$lib/domain/rally';
import { fromMemory, withKept } from '$lib/domain/retention/figures-kept';
import type { Db } from '../../db/client';
import { toParticipant } from '../../db/repositories/dossiers';
import { rallyMemories } from '../../db/repositories/rally-memories';
import { records } from '../../db/repositories/records';
import { readDay } from '../day/read-day';
import { readMeasures, type Measures } from '../measure/read-measures';

/**
 * Every figure of a rally as it stands, with the rows behind each: for who prepares it. Once its people were erased,
 * the figures frozen on that day; people erased one by one are still counted.
 */
export async function readFigures(db: Db, rally: Rally, now: Date, known?: Measures): Promise<CountedRally> {
	const memory = await rallyMemories(db).find(rally.id);
	if (memory?.figures) return fromMemory(memory.figures);
	const list = records(db, 'participant');
	const people = [...(await list.list(rally.id)), ...(await list.list(rally.id, { archived: true }))];
	const contacted = new Set((await records(db, 'exchange').list(rally.id)).map(({ companyId }) => companyId));
	const day = await readDay(db, rally, now);
	const { date: today } = wallClock(now);
	const counted = countRally({
		rally,
		participants: people.map((row) => ({ ...toParticipant(row), archived: row.archivedAt !== null })),
		companies: (await records(db, 'company').list(rally.id)).map((row) => ({
			...row,
			approached: row.state !== 'identified' || contacted.has(row.id)
		})),
		partners: await records(db, 'partner').list(rally.id),
		plan: day.plan,
		presence: day.presence,
		visits: day.visits,
		after: afterwards(known ?? (await readMeasures(db, rally, today))),
		today
	});
	return memory?.kept ? withKept(counted, memory.kept) : counted;
}

/** What questionnaires, closing and follow-up say, as the count wants it. */
const afterwards = ({
	guestsInvited,
	guestsCame,
	guestIds,
	contacts,
	followUp
}: Measures): MeasuredAfter => ({
	guests: {
		planned: { measured: guestsInvited, rows: guestIds },
		done: { measured: guestsCame, rows: guestIds }
	},
	contacts,
	answered: { measured: followUp.answered, rows: followUp.answeredIds },
	solutions: { measured: followUp.solutions, rows: followUp.solutionIds },
	outcome: followUp.byOutcome && {
		breakdown: {
			population: followUp.answeredIds.length,
			parts: followUp.byOutcome.filter(({ count }) => count > 0),
			unknown: 0
		},
		rows: {}
	}
});
