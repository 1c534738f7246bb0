import { readStopKey } from '$lib/domain/day/event';
import { presenceOf, type PresenceTable } from '$lib/domain/day/presence-log';
import type { PersonVisits } from '$lib/domain/day/visits-made';
import { capitalised, dayAndMonth, halfDayInWords, plural, typeset } from '$lib/domain/french';
import { expectedHalfDays } from '$lib/domain/presence';
import { peopleOf, signedName, type BatchOrder, type Ground } from '../ground';
import { rallyLetterhead, type Letterhead } from '../paper/letterhead';

export interface AttestationsInput extends Ground {
	/** Who attests. */
	organization: string;
	/** What was said on the day: nothing is attested that nobody noted. */
	presence: PresenceTable;
	visits: readonly PersonVisits[];
}

/** What somebody shows afterwards: the half-days they were there, and the companies they really visited. */
export interface Attestation {
	letterhead: Letterhead;
	/** The name used, with the last name. */
	to: string;
	says: string;
	halfDays: string[];
	/** In the order of the visits: « Mardi 8 juin : Menuiserie Roche, à Aubenas ». */
	companies: string[];
	signature: string[];
}

/** One for each person noted present on a half-day at least; a plan's promise is never attested. */
export function attestations(input: AttestationsInput, order: BatchOrder = 'name'): Attestation[] {
	const { rally, presence, organization } = input;
	const halves = expectedHalfDays(rally.programme);
	const head = rallyLetterhead(rally, input.logo);
	return peopleOf(input, order).flatMap(({ person }) => {
		const there = halves.flatMap(({ key }) => {
			const said = presenceOf(presence, person.id, key);
			if (said?.state === 'present') return [capitalised(halfDayInWords(key))];
			return said?.state === 'left' ? [`${capitalised(halfDayInWords(key))} (en partie)`] : [];
		});
		if (there.length === 0) return [];
		const companies = companiesOf(input, person.id);
		return [
			{
				letterhead: head,
				to: signedName(person),
				says: typeset(
					`${organization || 'La structure organisatrice'} atteste que ${signedName(person)} a participé au ${
						head.title || head.rallyName
					}${head.dates && `, ${head.dates}`} : ${plural(there.length, 'demi-journée')} de présence${
						companies.length > 0 ? `, ${plural(companies.length, 'entreprise visitée', 'entreprises visitées')}` : '' // prettier-ignore
					}.`
				),
				halfDays: there,
				companies,
				signature: ['Fait à …………………………………………………… , le ……………………………', `Pour ${organization || 'la structure organisatrice'}, nom, signature et cachet`] // prettier-ignore
			}
		];
	});
}

/** Companies really visited, each once, at its first visit. */
function companiesOf({ companies, visits }: AttestationsInput, id: string): string[] {
	const made = (visits.find(({ person }) => person === id)?.visits ?? []).filter(
		({ outcome }) => outcome === 'made' || outcome === 'unmarked'
	);
	const first = new Map<string, string>();
	for (const { companyId, stop } of made) {
		const { date } = readStopKey(stop)!;
		if (date < (first.get(companyId) ?? '~')) first.set(companyId, date);
	}
	return [...first]
		.sort(([, a], [, b]) => a.localeCompare(b))
		.flatMap(([companyId, date]) => {
			const company = companies.find(({ id: one }) => one === companyId);
			if (!company) return [];
			const { name, commune } = company;
			return [typeset(`${capitalised(dayAndMonth(date))} : ${name}${commune && `, à ${commune}`}`)];
		});
}
