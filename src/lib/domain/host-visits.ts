import type { IsoDate, Minutes } from './calendar';
import { addDays } from './calendar';
import type { Plan } from './plan';

/** One start at a company: how many come, and nobody's name. */
export interface HostVisit {
	date: IsoDate;
	from: Minutes;
	to: Minutes;
	teams: number;
	/** Participants; those who accompany them come besides. */
	people: number;
}

/** Whom a company receives when, in numbers only, in the order of the hours. */
export function hostVisits(plan: Pick<Plan, 'teams'>, companyId: string): HostVisit[] {
	const starts = new Map<string, HostVisit>();
	for (const { visits, memberIds } of plan.teams)
		for (const { companyId: where, date, start, end } of visits) {
			if (where !== companyId) continue;
			const key = `${date} ${start}`;
			const visit = starts.get(key) ?? { date, from: start, to: end, teams: 0, people: 0 };
			starts.set(key, { ...visit, teams: visit.teams + 1, people: visit.people + memberIds.length });
		}
	return [...starts.values()].sort((a, b) => a.date.localeCompare(b.date) || a.from - b.from);
}

/** The day by which a host wants the names; null when it wants none, or nothing is known of its visits yet. */
export const namesDue = (namesDaysAhead: number | null, firstVisit: IsoDate | null): IsoDate | null =>
	namesDaysAhead === null || firstVisit === null ? null : addDays(firstVisit, -namesDaysAhead);
