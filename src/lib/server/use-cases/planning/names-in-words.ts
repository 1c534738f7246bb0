import { dayAndMonth } from '$lib/domain/french';
import type { Dossier } from '$lib/domain/dossier';
import type { Names } from '$lib/solver/explain';
import { visitedDays } from './problem-of-rally';

/** What the ids of a problem are called on screen. */
export const namesIn = (dossier: Dossier): Names => {
	const companies = new Map(dossier.companies.map(({ id, name }) => [id, name]));
	const days = visitedDays(dossier);
	return {
		team: (letter) => `l’équipe ${letter}`,
		company: (id) => companies.get(id) ?? 'une entreprise',
		day: (index) => dayAndMonth(days[index]!.date)
	};
};

export { capitalised } from '$lib/domain/french';
