import type { IsoDate, Minutes, ProgrammeDay } from '$lib/domain/calendar';
import type { PlanView } from '$lib/domain/plan-view';

/** How much of the rally is seen at once. */
export const zooms = { rally: 'Tout le rallye', day: 'Un jour', hour: 'Quelques heures' } as const;
export type Zoom = keyof typeof zooms;

/** One day laid on the strip: hours it spans, and where it begins, pixels. */
export interface StripDay {
	date: IsoDate;
	from: Minutes;
	to: Minutes;
	left: number;
}

/** The days of the rally side by side, as one strip of time. */
export interface Strip {
	days: StripDay[];
	/** Pixels a minute. */
	scale: number;
	width: number;
}

const BETWEEN = 20;
/** In « quelques heures », an hour is so wide. */
const HOUR_WIDE = 240;
/** What a hand moves by, minutes. */
export const GRID = 5;

/** Lays the days out in so many pixels: each spans its own hours, and those of whoever leaves earlier or comes back later. */
export function stripOf(
	days: readonly ProgrammeDay[],
	teams: PlanView['teams'],
	zoom: Zoom,
	room: number
): Strip {
	const spans = days.map((day) => {
		const today = teams.flatMap((team) => team.days.filter((of) => of.day.date === day.date));
		const times = today.flatMap(({ departure, back, steps }) => [
			departure,
			back,
			...steps.map(({ to }) => to)
		]);
		return {
			date: day.date,
			from: Math.max(0, Math.floor(Math.min(day.start, ...times) / 60) * 60),
			to: Math.min(1440, Math.ceil(Math.max(day.end, ...times) / 60) * 60)
		};
	});
	const lengths = spans.map(({ from, to }) => to - from);
	const whole = lengths.reduce((sum, length) => sum + length, 0);
	const gaps = BETWEEN * Math.max(0, days.length - 1);
	const scale =
		zoom === 'hour'
			? HOUR_WIDE / 60
			: zoom === 'day'
				? Math.max(0.6, room / Math.max(60, ...lengths))
				: Math.max(0.35, (room - gaps) / Math.max(60, whole));
	let left = 0;
	const laid = spans.map((span) => {
		const at = { ...span, left };
		left += (span.to - span.from) * scale + BETWEEN;
		return at;
	});
	return { days: laid, scale, width: Math.max(0, left - BETWEEN) };
}

export const leftOf = ({ days, scale }: Strip, day: number, minute: Minutes): number =>
	days[day]!.left + (minute - days[day]!.from) * scale;

/** The day and minute under a point of the strip, to the hand's grid. */
export function momentAt({ days, scale }: Strip, x: number): { day: number; minute: Minutes } {
	const after = days.findIndex(({ left }) => left > x);
	const day = after === -1 ? days.length - 1 : Math.max(0, after - 1);
	const { left, from, to } = days[day]!;
	const minute = Math.round((from + (x - left) / scale) / GRID) * GRID;
	return { day, minute: Math.min(Math.max(minute, from), to) };
}

/** Where what lies at that pixel of a strip lies on another one of the same days, laid out at another scale. */
export function movedAlong(from: Strip, to: Strip, pixel: number): number {
	const day = Math.max(
		0,
		from.days.findLastIndex(({ left }) => left <= Math.ceil(pixel))
	);
	const [before, after] = [from.days[day], to.days[day]];
	return before && after ? after.left + (Math.max(0, pixel - before.left) / from.scale) * to.scale : 0;
}
