import type { Company } from '$lib/domain/company';
import { typeset } from '$lib/domain/french';
import { outOfHours, outOfHoursInWords } from '$lib/domain/opening-hours';
import type { Plan } from '$lib/domain/plan';
import { openingHoursInWords, openOn } from '../../opening-hours/read';

type WithHours = Pick<Company, 'openingHours' | 'slots'>;

/** A company's hours in words, and the slots it offers outside them; null when it gave none. */
export function hoursOf({ openingHours, slots }: WithHours): { words: string; outside: string[] } | null {
	if (!openingHours) return null;
	return {
		words: openingHoursInWords(openingHours),
		outside: outOfHours(slots, openOn(openingHours)).map(outOfHoursInWords)
	};
}

/** How many of the slots a company offers are outside the hours it gave. */
export const slotsOutside = ({ openingHours, slots }: WithHours): number =>
	openingHours ? outOfHours(slots, openOn(openingHours)).length : 0;

/** « Bricoval : mardi 8 juin de 8 h à 9 h, alors qu’elle ouvre de 9 h à 18 h », once for teams that come together. */
export const visitsOutsideHours = (
	companies: readonly Pick<Company, 'id' | 'name' | 'openingHours'>[],
	{ teams }: Pick<Plan, 'teams'>
): string[] =>
	companies.flatMap(({ id, name, openingHours }) => {
		if (!openingHours) return [];
		const visits = teams
			.flatMap((team) => team.visits)
			.filter(({ companyId }) => companyId === id)
			.map(({ date, start, end }) => ({ date, from: start, to: end }))
			.sort((a, b) => a.date.localeCompare(b.date) || a.from - b.from);
		const told = outOfHours(visits, openOn(openingHours)).map((one) => typeset(`${name} : ${outOfHoursInWords(one)}`)); // prettier-ignore
		return [...new Set(told)];
	});
