import { companyFields } from '$lib/domain/fields/company';
import { duration, plural } from '$lib/domain/french';
import { inWords } from '$lib/domain/records';

/** The fields a company reads over before it confirms, in the order of a visit. */
const shown = [
	'slots',
	'visitMinutes',
	'teamsAtOnce',
	'peopleAtOnce',
	'visitsMax',
	'welcomeName',
	'welcomePhone',
	'parkingNote',
	'arrivalNote',
	'wear',
	'wearLent',
	'safetyNote',
	'requiresIdPaper',
	'minAge',
	'unsuited',
	'stepFree',
	'namesDaysAhead',
	'photos',
	'tradesShown',
	'hiring',
	'hiringNote'
] as const;

export interface Said {
	name: string;
	label: string;
	words: string;
}

/** What is noted of a company, in words; what was never said is left out, yes and no are not. */
export function saidInWords(values: Record<string, unknown>, usualMinutes: number): Said[] {
	const special: Record<string, (value: never) => string> = {
		visitMinutes: (value: number | null) => duration(value ?? usualMinutes),
		teamsAtOnce: (value: number) => (value > 1 ? `${value} à la fois (visites groupées)` : 'une à la fois'),
		peopleAtOnce: (value: number) => `${plural(value, 'personne')} au plus`,
		visitsMax: (value: number) => `${value} au plus`,
		minAge: (value: number) => `${value} ans`
	};
	return shown.flatMap((name) => {
		const value = values[name];
		const said = special[name]?.(value as never) ?? inWords(companyFields[name], value);
		const unsaid = value === null || value === '' || (Array.isArray(value) && value.length === 0);
		if (unsaid && name !== 'visitMinutes' && name !== 'slots') return [];
		return [{ name, label: companyFields[name].label, words: unsaid && name === 'slots' ? 'aucun' : said }];
	});
}
