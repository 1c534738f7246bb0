import { applied, cellsOf, type CellChange, type Cells, type DraftVisit } from '../../../domain/draft/cells';
import { changesOf, type DraftEdit } from '../../../domain/draft/edits';
import type { Trouble } from '../troubles';

/** Something that happens on the day. Ids of the rally's records, letters of its teams, minutes. */
export type Incident =
	| { kind: 'absent'; people: string[] }
	| { kind: 'no-accompanist'; accompanist: string }
	| { kind: 'no-vehicle'; vehicle: string }
	/** From an hour to the end of a day; `date` null: for the rest of the rally. */
	| { kind: 'company-closed'; company: string; date: string | null; from: number }
	/** A team leaves where it is so much later than planned. */
	| { kind: 'late'; team: string; minutes: number }
	| { kind: 'one-more'; person: string };
export type IncidentKind = Incident['kind'];

/** What can be done about it. */
export type RemedyKind =
	/** The team goes on with those who are there. */
	| 'carry-on'
	/** Somebody of another team joins it. */
	| 'bring-in'
	/** Its people ride with the other teams. */
	| 'spread'
	| 'other-accompanist'
	| 'other-car'
	/** Two teams exchange their cars. */
	| 'trade-cars'
	/** The visit is given up. */
	| 'skip'
	/** The same visits, later. */
	| 'shift'
	/** Other visits or other hours, as few as can be. */
	| 'replan'
	| 'join';

/** Where the day stands. */
export interface Standing {
	/** Dates of the visiting days, in order. */
	dates: readonly string[];
	/** Day and minute that it is; before the first visiting day, null. What has begun is never changed. */
	now: readonly [day: number, minute: number] | null;
}

/** A plan once something is done about it. */
export interface Remedy {
	kind: RemedyKind;
	/** What it changes of the plan in force. */
	changes: CellChange[];
	/** What it leaves wrong that the plan did not have, in words. */
	troubles: Trouble[];
	/** Visits moved, added or given up. */
	visits: number;
	/** People who change team; somebody absent does not count. */
	people: number;
	/** For visits looked for by the planner: whether none changes fewer of them. */
	proven: boolean | null;
}

export const hasBegun =
	({ dates, now }: Standing) =>
	({ date, start }: Pick<DraftVisit, 'date' | 'start'>): boolean => {
		if (!now) return false;
		const day = dates.indexOf(date);
		return day < now[0] || (day === now[0] && start <= now[1]);
	};

/** A team's visits that have not begun, in order, with their ids. */
export const visitsAhead = (cells: Cells, standing: Standing, team: string): [string, DraftVisit][] =>
	cellsOf(cells, 'visit')
		.filter(([, visit]) => visit.team === team && !hasBegun(standing)(visit))
		.sort(([, a], [, b]) => a.date.localeCompare(b.date) || a.start - b.start);

export const edited = (cells: Cells, ...edits: DraftEdit[]): Cells =>
	edits.reduce((now, edit) => changed(now, changesOf(now, edit)), cells);

/** Changes made from these very cells: they cannot be refused. */
export function changed(cells: Cells, changes: readonly CellChange[]): Cells {
	const next = applied(cells, changes);
	if (!next.ok) throw new Error('changes that do not start from these cells');
	return next.value;
}
