import OpeningHours from 'opening_hours';
import { addDays, type IsoDate } from '$lib/domain/calendar';
import { osmOfFrench } from '$lib/domain/french-hours';
import { clock, typeset } from '$lib/domain/french';
import type { Open } from '$lib/domain/opening-hours';

/** Bank holidays are those of the country; the sun, which some hours follow, that of its middle. */
const FRANCE = { lat: 46.6, lon: 2.4, address: { country_code: 'fr', state: '' } };

const read = (osm: string) => new OpeningHours(osm, FRANCE, { locale: 'fr' } as never);

/** The library takes some milliseconds a text; a list of five hundred companies holds few that differ. */
const MOST = 2000;
function remembered<T>(known: Map<string, T>, key: string, make: () => T): T {
	if (!known.has(key)) {
		if (known.size >= MOST) known.clear();
		known.set(key, make());
	}
	return known.get(key)!;
}
const written = new Map<string, string | null>();
const opened = new Map<string, OpeningHours | null>();
const days = new Map<string, Open[] | null>();

/** What was typed in the syntax of OpenStreetMap, written in one way; null when it cannot be read. */
export function readOpeningHours(typed: string): string | null {
	return remembered(written, typed, () => {
		try {
			return read(osmOfFrench(typed)).prettifyValue();
		} catch {
			return null;
		}
	});
}

/** « lun. à ven. 8 h à 12 h, 13 h 30 à 17 h ; jours fériés fermé » */
export function openingHoursInWords(osm: string): string {
	try {
		const text = read(osm).prettifyValue({ conf: { locale: 'fr' } } as never);
		return typeset(
			text
				.replace(/(?<=:\d{2})-(?=\d)/g, ' à ')
				.replace(/(\d{2}):(\d{2})/g, (_, hours, minutes) => clock(Number(hours) * 60 + Number(minutes)))
				.replace(/(?<=\.)-(?=\p{L})/gu, ' à ')
				.replace(/,(?=\S)/g, ', ')
				.replace(/;\s*/g, ' ; ')
		);
	} catch {
		return osm;
	}
}

/** When it is open on a day; null when the hours do not say (on request, school holidays, no hours at all). */
export const openOn =
	(osm: string) =>
	(date: IsoDate): Open[] | null =>
		osm === '' ? null : remembered(days, `${date} ${osm}`, () => openThatDay(osm, date));

function openThatDay(osm: string, date: IsoDate): Open[] | null {
	// The library knows French bank holidays, not the three zones of school holidays.
	const hours = /\bSH\b/.test(osm) ? null : remembered(opened, osm, () => readOrNull(osm));
	if (!hours) return null;
	try {
		// The machine's own time zone on both sides: only the hours of the day are looked at.
		const start = midnight(date);
		const found = hours.getOpenIntervals(start, midnight(addDays(date, 1)));
		if (found.some(([, , unknown]) => unknown)) return null;
		const minutes = (at: Date) =>
			at.getDate() === start.getDate() ? at.getHours() * 60 + at.getMinutes() : 24 * 60;
		return found.map(([from, to]) => ({ from: minutes(from), to: minutes(to) }));
	} catch {
		return null;
	}
}

function readOrNull(osm: string): OpeningHours | null {
	try {
		return read(osm);
	} catch {
		return null;
	}
}

function midnight(date: IsoDate): Date {
	const [year, month, day] = date.split('-').map(Number);
	return new Date(year!, month! - 1, day);
}
