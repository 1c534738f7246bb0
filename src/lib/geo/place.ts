import type { Position, Precision } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import { inBox, type Box } from './box';

export type { Position, Precision };

export type PositionError =
	| { code: 'not-a-number' }
	| { code: 'out-of-range' }
	/** Latitude and longitude were exchanged: `corrected` is in France. */
	| { code: 'swapped'; corrected: Position }
	| { code: 'outside-france' };

/** How each error is said on screen. */
export const positionErrors: Record<PositionError['code'], string> = {
	'not-a-number': 'La latitude et la longitude sont des nombres, par exemple 44,735 et 4,599.',
	'out-of-range': 'La latitude va de −90 à 90 et la longitude de −180 à 180.',
	swapped: 'La latitude et la longitude semblent inversées.',
	'outside-france': 'Ce point est en dehors de la France.'
};

/** The reason, with what to type instead when it is known. */
export const positionWords = (error: PositionError): string =>
	error.code === 'swapped'
		? `${positionErrors.swapped} Essayez latitude ${degreesInWords(error.corrected.lat)} et longitude ${degreesInWords(error.corrected.lon)}.`
		: positionErrors[error.code];

const degreesInWords = (value: number): string => String(Math.round(value * 1e5) / 1e5).replace('.', ',');

/** Where France is, mainland then overseas, with a margin for the islands off each coast. */
const france: readonly Box[] = [
	{ west: -5.5, south: 41.2, east: 9.8, north: 51.3 },
	{ west: -63.3, south: 15.7, east: -60.9, north: 18.2 }, // Guadeloupe, Saint-Martin, Saint-Barthélemy
	{ west: -61.3, south: 14.3, east: -60.7, north: 15 }, // Martinique
	{ west: -54.7, south: 2, east: -51.5, north: 5.9 }, // Guyane
	{ west: 55.1, south: -21.5, east: 55.95, north: -20.8 }, // La Réunion
	{ west: 44.9, south: -13.1, east: 45.4, north: -12.5 }, // Mayotte
	{ west: -56.5, south: 46.7, east: -56, north: 47.2 }, // Saint-Pierre-et-Miquelon
	{ west: -178.3, south: -14.4, east: -176, north: -13.1 }, // Wallis-et-Futuna
	{ west: -154.8, south: -28, east: -134, north: -7.8 }, // Polynésie française
	{ west: 158, south: -23, east: 172, north: -17.9 } // Nouvelle-Calédonie
];

const inFrance = (position: Position): boolean => france.some((box) => inBox(position, box));

/** Refuses what cannot be a place of a rally: no number, no place on Earth, exchanged axes, not in France. */
export function checkPosition({ lon, lat }: Position): Result<Position, PositionError> {
	if (!Number.isFinite(lon) || !Number.isFinite(lat)) return err({ code: 'not-a-number' });
	if (inFrance({ lon, lat })) return ok({ lon, lat });
	const corrected = { lon: lat, lat: lon };
	if (inFrance(corrected)) return err({ code: 'swapped', corrected });
	if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return err({ code: 'out-of-range' });
	return err({ code: 'outside-france' });
}

/** Reads what was typed or found in a spreadsheet: « 44,735 » or « 44.735 », degrees. */
export function readPosition(text: { lon: string; lat: string }): Result<Position, PositionError> {
	return checkPosition({ lon: degrees(text.lon), lat: degrees(text.lat) });
}

function degrees(text: string): number {
	const trimmed = text.trim().replace(',', '.').replace('−', '-');
	return trimmed === '' ? NaN : Number(trimmed);
}
