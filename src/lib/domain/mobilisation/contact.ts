import type { Company } from '../company';

/** How a person of a company wishes to be reached. */
export const contactModes = {
	phone: 'Par téléphone',
	mail: 'Par courriel de préférence',
	'mail-only': 'Par courriel seulement',
	visit: 'En passant sur place'
} as const;
export type ContactMode = keyof typeof contactModes;

/** How somebody was reached. */
export const channels = {
	phone: 'Téléphone',
	visit: 'Visite sur place',
	mail: 'Courriel',
	sms: 'SMS',
	meeting: 'Rencontre, salon',
	partner: 'Par un partenaire'
} as const;
export type Channel = keyof typeof channels;

/** Somebody of a company. The company's own record holds the main one, which documents print. */
export interface CompanyContact {
	id: string;
	name: string;
	role: string;
	phone: string;
	email: string;
	mode: ContactMode | null;
	note: string;
}

export interface Reachable extends Omit<CompanyContact, 'id'> {
	/** Null for the main one. */
	id: string | null;
}

/** Everybody known of a company, the main one first; left out when nothing is known of them. */
export function contactsOf(
	company: Pick<Company, 'contactName' | 'contactRole' | 'contactPhone' | 'contactEmail' | 'contactMode'>,
	others: readonly CompanyContact[]
): Reachable[] {
	const main: Reachable = {
		id: null,
		name: company.contactName,
		role: company.contactRole,
		phone: company.contactPhone,
		email: company.contactEmail,
		mode: company.contactMode,
		note: ''
	};
	return main.name || main.phone || main.email ? [main, ...others] : [...others];
}

export type ChannelWarning = 'mail-only' | 'mail-preferred' | 'only-mailed';

const spoken: ReadonlySet<Channel> = new Set(['phone', 'sms', 'visit']);

/** What to know before reaching somebody that way: they asked not to be called. */
export function channelWarning(mode: ContactMode | null, channel: Channel): ChannelWarning | null {
	if (!spoken.has(channel)) return null;
	return mode === 'mail-only' ? 'mail-only' : mode === 'mail' ? 'mail-preferred' : null;
}

/** « Eviter les contacts uniquement par mail » (Ansa 2019, l. 154): twice by mail, never otherwise, and nobody asked for it. */
export const onlyMailed = (exchanges: readonly { channel: Channel }[], mode: ContactMode | null): boolean =>
	mode !== 'mail-only' && exchanges.length >= 2 && exchanges.every(({ channel }) => channel === 'mail');
