import {
	proposedSlots,
	restitutionHalves,
	slotProblems,
	type RestitutionHalf,
	type RestitutionSlot,
	type SlotProblem
} from '$lib/domain/closing/restitution';
import { daysBetween, halfDaysOf, readHalfDay } from '$lib/domain/calendar';
import { shownName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { plans } from '../../db/repositories/plans';
import { rallySheets, type StoredSheet } from '../../db/repositories/rally-sheets';
import { records } from '../../db/repositories/records';

export interface Restitution {
	sheet: StoredSheet<'restitution'>;
	slots: RestitutionSlot[];
	proposed: boolean;
	halves: RestitutionHalf[];
	teams: string[];
	/** Letter → names used on badges. */
	members: Map<string, string[]>;
	problems: SlotProblem[];
	/** On the day of the last visits or the day after: « ne pas faire le temps de restitution le jour qui suit les visites ». */
	soonAfter: boolean;
}

/** When each team speaks; what is proposed while nothing was written. */
export async function readRestitution(db: Db, rally: Rally): Promise<Restitution> {
	const plan = (await plans(db).published(rally.id)) ?? (await plans(db).latest(rally.id));
	const people = new Map((await records(db, 'participant').list(rally.id)).map((one) => [one.id, one]));
	const sheet = await rallySheets(db, rally.id).find('restitution');
	const teams = (plan?.teams ?? []).map(({ letter }) => letter).sort();
	const halves = restitutionHalves(rally.programme);
	const proposed = sheet.version === 0;
	const slots = proposed ? proposedSlots(teams, halves) : sheet.content.slots;
	const lastVisit = halfDaysOf(rally.programme).filter(({ kind }) => kind === 'visits').at(-1); // prettier-ignore
	const first = slots.map(({ half }) => half).sort()[0] ?? halves[0]?.half; // prettier-ignore
	return {
		sheet,
		slots,
		proposed,
		halves,
		teams,
		members: new Map(
			(plan?.teams ?? []).map(({ letter, memberIds }) => [
				letter,
				memberIds.flatMap((id) => {
					const person = people.get(id);
					return person ? [shownName(person)] : [];
				})
			])
		),
		problems: slotProblems(slots, teams, halves),
		soonAfter: Boolean(first && lastVisit && daysBetween(lastVisit.date, readHalfDay(first)!.date) <= 1)
	};
}
