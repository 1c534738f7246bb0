import { addDays, daysBetween, type IsoDate, type ProgrammeDay } from '../calendar';
import { sessionTiming, sessionWindow } from '../enrolment/session';
import { dateRange, fullDate, plural, typeset } from '../french';
import { firstDayOf } from './tasks';

/** « Réaliser le planning trop peu de temps avant le rallye » is told as a mistake (Ansa 2019, l. 161); ten days are ours. */
export const PLANNING_DEADLINE = 10;

export type Milestone =
	| { kind: 'session-too-close' | 'session-too-early' | 'session-after-start' | 'session-right'; date: IsoDate; days: number } // prettier-ignore
	| { kind: 'no-session'; from: IsoDate; to: IsoDate; past: boolean }
	| { kind: 'planning-late' | 'planning-due' | 'planning-done'; date: IsoDate };

export interface Schedule {
	programme: readonly ProgrammeDay[];
	today: IsoDate;
	/** Days of the information sessions. */
	sessions: readonly IsoDate[];
	published: boolean;
}

const kindOf = {
	recommended: 'session-right',
	'too-early': 'session-too-early',
	'too-close': 'session-too-close',
	'after-start': 'session-after-start',
	'no-rally-date': 'session-right'
} as const;

/** The dates that the guide warns about. Nothing to say of a rally without a day. */
export function milestones({ programme, today, sessions, published }: Schedule): Milestone[] {
	const first = firstDayOf({ programme });
	const window = sessionWindow(programme);
	if (first === null || window === null) return [];
	const judged = [...sessions].sort().map((date): Milestone => ({
		kind: kindOf[sessionTiming(date, programme)],
		date,
		days: daysBetween(date, first)
	}));
	const date = addDays(first, -PLANNING_DEADLINE);
	return [
		...(judged.length > 0 ? judged : [{ kind: 'no-session' as const, ...window, past: today > window.to }]),
		{ kind: published ? 'planning-done' : today > date ? 'planning-late' : 'planning-due', date }
	];
}

export const isWarning = (one: Milestone): boolean =>
	one.kind === 'no-session'
		? one.past
		: !['session-right', 'planning-done', 'planning-due'].includes(one.kind);

export function milestoneInWords(one: Milestone): string {
	const session = 'date' in one ? `L’information collective du ${fullDate(one.date)}` : '';
	const before = 'days' in one ? `${plural(one.days, 'jour')} avant le rallye` : '';
	const said = (): string => {
		switch (one.kind) {
			case 'session-too-close':
				return `${session} est ${before} : trop proche pour choisir et prévenir. Deux à cinq semaines avant vont mieux.`;
			case 'session-too-early':
				return `${session} est ${before} : trop en amont, des personnes se désisteront. Deux à cinq semaines avant vont mieux.`;
			case 'session-after-start':
				return `${session} tombe une fois le rallye commencé.`;
			case 'session-right':
				return `${session} est ${before}.`;
			case 'no-session':
				return `Aucune information collective n’est notée : le bon moment ${one.past ? 'allait' : 'va'} ${dateRange(one.from, one.to)}.`;
			case 'planning-late':
				return `Le planning n’est pas publié, et la date conseillée est passée : ${fullDate(one.date)}.`;
			case 'planning-due':
				return `Le planning est à publier au plus tard le ${fullDate(one.date)}.`;
			case 'planning-done':
				return 'Le planning est publié.';
		}
	};
	return typeset(said());
}
