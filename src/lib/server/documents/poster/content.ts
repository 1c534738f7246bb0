import { clock, dateRange, fullDate } from '$lib/domain/french';
import type { Rally } from '$lib/domain/rally';
import { rallyLetterhead, type Letterhead, type Logo } from '../paper/letterhead';

export interface PosterInput {
	rally: Rally;
	organization: string;
	/** Partners to be thanked in public, by name. */
	partners: readonly { name: string }[];
	logo?: Logo;
	/** The organisation's own. */
	ownLogo?: Logo;
}

/** What announces the rally on a wall. Name and logo have the first place, as the charter asks. */
export interface Poster {
	letterhead: Letterhead;
	dates: string;
	territory: string;
	lines: string[];
	closing: string | null;
	contact: string;
	own: { logo: Uint8Array; alt: string } | null;
	/** « Avec … » */
	partners: string;
}

export function poster({ rally, organization, partners, logo, ownLogo }: PosterInput): Poster {
	const dates = rally.programme.map(({ date }) => date);
	const { closing } = rally;
	return {
		letterhead: rallyLetterhead(rally, logo),
		dates: dates.length > 0 ? dateRange(dates[0]!, dates.at(-1)!) : '',
		territory: rally.territory.trim(),
		lines: [
			'Vous cherchez un emploi\u202f?',
			'En petite équipe, allez à la rencontre des entreprises près de chez vous.'
		],
		closing: closing
			? `Clôture le ${fullDate(closing.date)} à ${clock(closing.start)}${closing.place.label ? `, ${closing.place.label}` : ''}`
			: null,
		contact: [organization, rally.contactPhone].filter(Boolean).join(' · '),
		own: ownLogo ? { logo: ownLogo, alt: organization } : null,
		partners: partners.map(({ name }) => name).join(' · ')
	};
}
