import { addDays, daysBetween, type IsoDate, type ProgrammeDay } from '../calendar';
import { french } from '../french';
import type { Phase } from './phases';

export interface Task {
	id: string;
	phase: Phase;
	name: string;
	daysBefore: number | null;
	dueOn: IsoDate | null;
	ownerId: string | null;
	ownerName: string;
	note: string;
	doneOn: IsoDate | null;
	template: string | null;
}

export const firstDayOf = ({ programme }: { programme: readonly ProgrammeDay[] }): IsoDate | null =>
	programme
		.map(({ date }) => date)
		.sort()
		.at(0) ?? null;

/** A day chosen by hand, else so many days from the first one; null while the rally has no day. */
export const dueDate = (
	{ dueOn, daysBefore }: Pick<Task, 'dueOn' | 'daysBefore'>,
	first: IsoDate | null
): IsoDate | null => dueOn ?? (daysBefore === null || first === null ? null : addDays(first, -daysBefore));

/** « J-30 », « J », « J+7 »: days from the first one. */
export function fromFirstDay(due: IsoDate, first: IsoDate): string {
	const days = daysBetween(first, due);
	return days === 0 ? 'J' : days < 0 ? `J-${-days}` : `J+${days}`;
}

export const taskStates = {
	late: 'En retard',
	soon: 'Dans les sept jours',
	later: 'Plus tard',
	undated: 'Sans date',
	done: 'Fait'
} as const;
export type TaskState = keyof typeof taskStates;

export interface DatedTask<T extends Task = Task> {
	task: T;
	due: IsoDate | null;
	state: TaskState;
	/** Days past the date for what is late, 0 otherwise. */
	late: number;
}

export function dated<T extends Task>(task: T, first: IsoDate | null, today: IsoDate): DatedTask<T> {
	const due = dueDate(task, first);
	if (task.doneOn !== null) return { task, due, state: 'done', late: 0 };
	if (due === null) return { task, due, state: 'undated', late: 0 };
	const days = daysBetween(due, today);
	if (days > 0) return { task, due, state: 'late', late: days };
	return { task, due, state: days >= -7 ? 'soon' : 'later', late: 0 };
}

/** What is due first comes first; what has no date after it, and what is done last, the latest done first. */
export function inOrder<T extends Task>(tasks: readonly DatedTask<T>[]): DatedTask<T>[] {
	const group = ({ state }: DatedTask<T>) => (state === 'done' ? 2 : state === 'undated' ? 1 : 0);
	return [...tasks].sort(
		(a, b) =>
			group(a) - group(b) ||
			(a.state === 'done'
				? b.task.doneOn!.localeCompare(a.task.doneOn ?? '')
				: (a.due ?? '').localeCompare(b.due ?? '')) ||
			french.compare(a.task.name, b.task.name)
	);
}
