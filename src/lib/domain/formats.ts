import { addDays, type HalfDayKind, type IsoDate, type LunchWindow, type ProgrammeDay } from './calendar';

const lunch: LunchWindow = { from: 11 * 60 + 45, to: 14 * 60, minutes: 60 };
const day = (date: IsoDate, morning: HalfDayKind, afternoon: HalfDayKind): ProgrammeDay => ({
	date,
	morning,
	afternoon,
	start: 8 * 60 + 30,
	end: 17 * 60 + 30,
	lunch
});

/** The two formats the charter's durations leave, as a start to be changed. */
export const formats = {
	three: 'Trois jours, dont deux de visites',
	two: 'Deux jours, dont un et demi de visites'
} as const;
export type Format = keyof typeof formats;

export const programmeOf = (format: Format, first: IsoDate): ProgrammeDay[] =>
	format === 'two'
		? [day(first, 'visits', 'visits'), day(addDays(first, 1), 'visits', 'restitution')]
		: [
				day(first, 'visits', 'visits'),
				day(addDays(first, 1), 'visits', 'visits'),
				day(addDays(first, 2), 'restitution', 'closing')
			];
