import { dayAndMonth, halfDayInWords } from '$lib/domain/french';
import type { Dossier } from '$lib/domain/dossier';
import { shownName } from '$lib/domain/participant';
import { teamLetter } from '$lib/domain/team';
import type { Names, TeamNames } from '$lib/solver/explain';
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

/** What teams and people are called; teams by index, by the letters of a plan when it has its own. */
export const teamNamesIn = ({ participants }: Dossier, letters: readonly string[] = []): TeamNames => ({
	team: (index) => `l’équipe ${letters[index] ?? teamLetter(index)}`,
	person: (id) => {
		const person = participants.find((one) => one.id === id);
		return person ? shownName(person) : 'une personne';
	},
	halfDay: halfDayInWords
});

export { capitalised } from '$lib/domain/french';
