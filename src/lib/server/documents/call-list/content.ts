import { addDays, type IsoDate } from '$lib/domain/calendar';
import { capitalised, clock, dayAndMonth, fullDate, typeset } from '$lib/domain/french';
import { ownStart, rallyOccasion } from '$lib/domain/reminder/reminder';
import { peopleOf, signedName, type BatchOrder, type Ground, type Placed } from '../ground';
import { letterhead, type Letterhead } from '../paper/letterhead';

/** « Les appeler la veille ou l’avant-veille » (DGEFP 2021, l. 927). */
export const callDays = [2, 1] as const;
export type CallDays = (typeof callDays)[number];

/** Whom to call before the first day, with their number: for those who prepare the rally, and nobody else. */
export interface CallList {
	letterhead: Letterhead;
	title: string;
	/** « Appels du dimanche 6 juin, l’avant-veille » */
	when: string;
	script: string[];
	groups: { title: string; people: Called[] }[];
}

export interface Called {
	name: string;
	/** What to do without a number is said instead. */
	phone: string;
	/** « mardi 8 juin à 8 h » */
	expected: string;
}

export function callList(ground: Ground, days: CallDays, order: BatchOrder = 'team'): CallList {
	const { rally, plan } = ground;
	const occasion = rallyOccasion(rally);
	const placed = peopleOf(ground, order);
	const called = ({ person }: Placed): Called => {
		const start = occasion && ownStart(person, occasion, rally.programme);
		return {
			name: signedName(person),
			phone:
				person.phone ||
				(person.email ? `pas de téléphone\u00a0: ${person.email}` : 'ni téléphone ni courriel'),
			expected: start ? `${dayAndMonth(start.date)} à ${clock(start.start)}` : ''
		};
	};
	const groups = new Map<string, Called[]>();
	for (const one of placed) {
		const title = order === 'name' ? '' : one.team ? `Équipe ${one.team.letter}` : 'Sans équipe';
		groups.set(title, [...(groups.get(title) ?? []), called(one)]);
	}
	return {
		letterhead: letterhead(rally, plan, ground.logo, ground.check?.()),
		title: `Appels J-${days}`,
		when: occasion ? whenOf(addDays(occasion.date, -days), days) : 'Les dates du rallye restent à fixer',
		script: [
			occasion?.place
				? `«\u202fVous venez bien ${dayAndMonth(occasion.date)} à ${clock(occasion.start)}, ${occasion.place}\u202f?\u202f»`
				: '«\u202fVous venez bien\u202f?\u202f»',
			typeset('Demandez aussi : comment venez-vous, quelque chose a-t-il changé ? Quelqu’un qui ne vient plus : prévenez tout de suite, une place se libère.') // prettier-ignore
		],
		groups: [...groups].map(([title, people]) => ({ title, people }))
	};
}

const whenOf = (date: IsoDate, days: CallDays): string =>
	`${capitalised(dayAndMonth(date))} ${fullDate(date).split(' ').at(-1)}, ${days === 1 ? 'la veille' : 'l’avant-veille'}`;
