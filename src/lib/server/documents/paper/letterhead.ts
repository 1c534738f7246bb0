import type { IsoDate, ProgrammeDay } from '$lib/domain/calendar';
import { dateRange } from '$lib/domain/french';
import type { Plan } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';

/** The name every document must carry under the charter. */
export const RALLY_NAME = 'Rallye pour l’emploi';

/** PNG or JPEG, as the organizer was given it by the Fédération; null until then. */
export type Logo = Uint8Array | null;

/** The logo of somebody who is named: read aloud by that name. */
export interface Mark {
	name: string;
	picture: Uint8Array;
}

/** What stands at the head and foot of every sheet. */
export interface Letterhead {
	rallyName: string;
	logo: Logo;
	/** The organizer's title for this rally. */
	title: string;
	/** « du 8 au 10 juin 2027 », or nothing before the days are chosen. */
	dates: string;
	/** « v3 du 8 juin 2027 »: tells two printings apart. */
	version: string;
	draft: boolean;
	/** Address that says whether the sheet still holds, drawn as a code on each; null for none. */
	check: string | null;
	/** The file's own date: that of the plan, so that the same plan prints the same bytes. */
	madeOn: Date;
}

/**
 * Where a sheet is checked: the page of that team, or the organiser's when it is of the whole rally. Each address says
 * the version printed, so that the page can tell whether another is in force.
 */
export type CheckOf = (team?: string) => string | null;

/** `check`: see there. */
export const letterhead = (
	rally: Rally,
	plan: Plan,
	logo: Logo = null,
	check: string | null = null
): Letterhead => ({
	...rallyLetterhead(rally, logo),
	version: `v${plan.number} du ${parisDay(plan.createdAt)}`,
	draft: !plan.published,
	check,
	madeOn: plan.createdAt
});

/** Of a sheet that no plan changes: prizes, posters. */
export const rallyLetterhead = (rally: Rally, logo: Logo = null): Letterhead => ({
	rallyName: RALLY_NAME,
	logo,
	title: rally.title.trim(),
	dates: datesOf(rally.programme),
	version: '',
	draft: false,
	check: null,
	madeOn: new Date(`${rally.programme[0]?.date ?? '2000-01-01'}T00:00:00Z`)
});

function datesOf(programme: readonly ProgrammeDay[]): string {
	const dates: IsoDate[] = programme.map(({ date }) => date);
	return dates.length === 0 ? '' : dateRange(dates[0]!, dates.at(-1)!);
}

const paris = new Intl.DateTimeFormat('fr-FR', {
	timeZone: 'Europe/Paris',
	day: 'numeric',
	month: 'long',
	year: 'numeric'
});

/** The day an instant falls on in France: « 8 juin 2027 ». */
const parisDay = (at: Date): string => paris.format(at).replace(/^1 /, '1er ');
