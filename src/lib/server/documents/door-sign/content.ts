import { capitalised, clock, dayAndMonth, listed } from '$lib/domain/french';
import { hostVisits } from '$lib/domain/host-visits';
import { visitedCompanies, type BatchOrder, type Ground } from '../ground';
import { letterhead, type Letterhead } from '../paper/letterhead';

/** What is stuck on a company's door: read from the car. */
export interface DoorSign {
	letterhead: Letterhead;
	company: string;
	welcome: string;
	/** « Mardi 8 juin : 9 h 05 et 14 h » */
	hours: string[];
}

export const doorSigns = (input: Ground, order: BatchOrder = 'company'): DoorSign[] =>
	visitedCompanies(input, order).map((company) => {
		const days = new Map<string, number[]>();
		for (const { date, from } of hostVisits(input.plan, company.id))
			days.set(date, [...(days.get(date) ?? []), from]);
		return {
			// Seen from the street: the organiser's address, never a team's or a company's.
			letterhead: letterhead(input.rally, input.plan, input.logo, input.check?.()),
			company: company.name,
			welcome: 'Bienvenue',
			hours: [...days].map(
				([date, starts]) => `${capitalised(dayAndMonth(date))}\u00a0: ${listed(starts.map(clock))}`
			)
		};
	});
