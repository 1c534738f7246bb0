import {
	addDays,
	daysBetween,
	moveHalfDay,
	readHalfDay,
	type IsoDate,
	type ProgrammeDay
} from '$lib/domain/calendar';
import type { Slot } from '$lib/domain/company';
import { readStopKey } from '$lib/domain/day/event';
import { standing } from '$lib/domain/day/log';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { dayLog } from '../../db/repositories/day-log';
import { hostAnswers } from '../../db/repositories/host-answers';
import { hostLinks } from '../../db/repositories/host-links';
import { itineraryLinks } from '../../db/repositories/itinerary-links';
import { plans } from '../../db/repositories/plans';
import { records, type EditableKind, type RecordRow } from '../../db/repositories/records';
import { expiryOf } from '../itinerary-links/give-links';
import { moveDrafts } from '../draft/move-drafts';
import { saveRecord, type Editor } from '../records/edit-record';

/** What went along with the programme; zeros when its days did not all move together. */
export interface Followed {
	/** Days later, or earlier when negative. */
	days: number;
	closing: boolean;
	companies: number;
	/** Records of people and vehicles whose absences moved. */
	absences: number;
	visits: number;
}

/** The same programme, its first day on that date. */
export const startingOn = (programme: readonly ProgrammeDay[], first: IsoDate | null): ProgrammeDay[] => {
	const days = first && programme[0] ? daysBetween(programme[0].date, first) : 0;
	return programme.map((day) => ({ ...day, date: addDays(day.date, days) }));
};

/** Something was noted of these days, in the order of the dates: the log is never changed, so they stay where they are. */
export interface DaysNoted {
	code: 'days-noted';
	dates: IsoDate[];
}

/**
 * Days of the rally of which something was noted and that would change their date. A presence or a visit was so on that
 * very day: moved along, it would say what nobody saw.
 */
export async function notedDays(
	tx: Db,
	before: Pick<Rally, 'id' | 'programme'>,
	days: number,
	after: readonly ProgrammeDay[]
): Promise<IsoDate[]> {
	const moving = before.programme
		.map(({ date }) => date)
		.filter((date) => days !== 0 || !after.some((day) => day.date === date));
	if (moving.length === 0) return [];
	const noted = standing(await dayLog(tx, before.id).since()).flatMap(({ said }) => {
		if ('half' in said) return [readHalfDay(said.half)!.date];
		return 'stop' in said && said.stop !== null ? [readStopKey(said.stop)!.date] : [];
	});
	return moving.filter((date) => noted.includes(date)).sort();
}

/** A closing left on a day of the rally goes with it; one on a date of its own, or changed by hand, stays. */
export const closingGoesAlong = (before: Rally, after: Pick<Rally, 'closing'>): boolean =>
	before.closing !== null &&
	after.closing?.date === before.closing.date &&
	before.programme.some(({ date }) => date === before.closing!.date);

/** Moves by so many days all that was said of the rally's days: slots, absences, planned visits. In a transaction. */
export async function moveAlong(
	tx: Db,
	rally: Rally,
	days: number,
	editor: Editor
): Promise<Pick<Followed, 'companies' | 'absences' | 'visits'>> {
	if (days === 0) return { companies: 0, absences: 0, visits: 0 };
	const companies = await moveEach(tx, rally, 'company', editor, ({ slots }) =>
		slots.length === 0 ? null : { slots: slots.map((slot) => ({ ...slot, date: addDays(slot.date, days) })) }
	);
	await moveAnswers(tx, rally, days);
	let absences = 0;
	for (const kind of ['participant', 'vehicle', 'accompanist'] as const) {
		absences += await moveEach(tx, rally, kind, editor, ({ absences: away }) =>
			away.length === 0 ? null : { absences: away.map((half) => moveHalfDay(half, days)) }
		);
	}
	await moveDrafts(tx, rally, days, editor);
	return { companies, absences, visits: await plans(tx).moveVisits(rally.id, days) };
}

/** Slots that a company asked for and nobody decided on yet are of the same days. */
async function moveAnswers(tx: Db, rally: Rally, days: number): Promise<void> {
	const moved = (slots: unknown) =>
		(slots as Slot[]).map((slot) => ({ ...slot, date: addDays(slot.date, days) }));
	for (const answer of await hostAnswers(tx).list(rally.id)) {
		const { slots } = answer.changes;
		if (answer.settledAt || !slots) continue;
		const changed = { ...slots, before: moved(slots.before), after: moved(slots.after) };
		await hostAnswers(tx).save(answer, { changes: { ...answer.changes, slots: changed } });
	}
}

/** The pages of teams and companies stay open until a few days after the rally, wherever it now ends. */
export async function keepPagesOpen(tx: Db, rally: Pick<Rally, 'id' | 'programme'>): Promise<void> {
	await itineraryLinks(tx).expireAll(rally.id, expiryOf(rally));
	await hostLinks(tx).expireAll(rally.id, expiryOf(rally));
}

/** Saves what `moved` gives of each record, archived ones too, and counts them. */
async function moveEach<K extends EditableKind>(
	tx: Db,
	rally: Rally,
	kind: K,
	editor: Editor,
	moved: (row: RecordRow<K>) => object | null
): Promise<number> {
	const all = [
		...(await records(tx, kind).list(rally.id)),
		...(await records(tx, kind).list(rally.id, { archived: true }))
	];
	let count = 0;
	for (const { id } of all) {
		for (let saved = false; !saved;) {
			// Read again when somebody saved it in between: what they wrote is moved too.
			const row = await records(tx, kind).find(rally.id, id);
			const values = row && moved(row);
			if (!row || !values) break;
			const { ok } = await saveRecord(tx, kind, rally, id, row.version, { ...values }, editor);
			saved = ok;
			if (ok) count++;
		}
	}
	return count;
}
