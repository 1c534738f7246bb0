import { z } from 'zod';
import { charterNumbers, type CharterNumbers } from '$lib/domain/charter/numbers';
import type { Pace } from '$lib/domain/forecast/fatigue';
import { forecast, type ForecastNumbers, type FormatForecast } from '$lib/domain/forecast/forecast';
import { knownNumbers, seatCounts } from '$lib/domain/forecast/known';
import { formats, type Format } from '$lib/domain/formats';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import * as field from '../../fields';
import { problemsOf } from '../../form';

const seats = Object.fromEntries(seatCounts.map((n) => [`places${n}`, field.whole(0, 40)])) as Record<`places${(typeof seatCounts)[number]}`, ReturnType<typeof field.whole>>; // prettier-ignore

/** The numbers of a forecast as the address holds them: nothing is saved. */
export const ForecastForm = z.object({
	personnes: field.whole(0, 200),
	...seats,
	accompagnateurs: field.whole(0, 60),
	entreprises: field.whole(0, 300),
	demijournees: field.whole(0, 4),
	departs: field.whole(0, 20),
	secteurs: field.whole(0, 40),
	visite: field.whole(15, 240),
	route: field.whole(0, 120)
});
export type ForecastField = keyof z.input<typeof ForecastForm>;

export interface ReadForecast {
	/** What stands in the form: typed, or what the rally knows. */
	values: Record<ForecastField, string>;
	problems: Record<string, string[]>;
	/** Whether the numbers are the rally's own, none being typed; and whether the slots of companies are guessed. */
	own: boolean;
	guessed: boolean;
	numbers: ForecastNumbers;
	charter: CharterNumbers;
	pace: Pace;
	/** Null while a number cannot be read. */
	formats: FormatForecast[] | null;
}

/** What so many people, cars and companies allow, before any name is known. */
export async function readForecast(
	db: Db,
	rally: Rally,
	asked: Pick<URLSearchParams, 'get' | 'has'>
): Promise<ReadForecast> {
	const known = knownNumbers(await readDossier(db, rally));
	const start: Record<ForecastField, number> = {
		personnes: known.people,
		...(Object.fromEntries(known.cars.map((of) => [`places${of.seats}`, of.count])) as Record<keyof typeof seats, number>), // prettier-ignore
		accompagnateurs: known.accompanists,
		entreprises: known.companies,
		demijournees: known.halfDaysPerCompany,
		departs: known.startsPerHalfDay,
		secteurs: known.sectors,
		visite: known.pace.visit,
		route: known.pace.road
	};
	const names = Object.keys(start) as ForecastField[];
	const own = !names.some((name) => asked.has(name));
	const values = Object.fromEntries(
		names.map((name) => [name, asked.get(name) ?? String(start[name])])
	) as ReadForecast['values'];
	const charter = charterNumbers(rally);
	const read = ForecastForm.safeParse(values);
	const typed = read.success ? read.data : start;
	const numbers: ForecastNumbers = {
		people: typed.personnes,
		cars: seatCounts.map((n) => ({ seats: n, count: typed[`places${n}`] })),
		accompanists: typed.accompagnateurs,
		companies: typed.entreprises,
		halfDaysPerCompany: typed.demijournees,
		startsPerHalfDay: typed.departs,
		sectors: typed.secteurs,
		minSectors: known.minSectors
	};
	const pace = { visit: typed.visite, road: typed.route, buffer: known.pace.buffer };
	const all = Object.keys(formats) as Format[];
	return {
		values,
		problems: read.success ? {} : problemsOf(read.error),
		own,
		guessed: known.guessed,
		numbers,
		charter,
		pace,
		formats: read.success ? all.map((format) => forecast(numbers, format, charter, pace)) : null
	};
}
