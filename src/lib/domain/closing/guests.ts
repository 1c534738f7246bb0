import type { PartnerCategory, PartnerRole } from '../partner';

/** Who is invited to the closing: participants, companies and institutions together (Ansa 2019, l. 162, 383). */
export const guestKinds = {
	company: 'Entreprise',
	institution: 'Élu·e, institution',
	funder: 'Financeur',
	partner: 'Partenaire, prescripteur',
	participant: 'Invité·e d’un participant',
	press: 'Presse',
	other: 'Autre'
} as const;
export type GuestKind = keyof typeof guestKinds;

export const guestReplies = {
	waiting: 'Pas de réponse',
	yes: 'Vient',
	no: 'Ne vient pas'
} as const;
export type GuestReply = keyof typeof guestReplies;

/** One invitation: somebody, or an organisation that may come as several. */
export interface Guest {
	name: string;
	organisation: string;
	kind: GuestKind;
	/** People invited under this name. */
	people: number;
	reply: GuestReply;
	/** How many said they would come; null when the reply does not say. */
	coming: number | null;
	/** How many came, noted afterwards; null before. */
	came: number | null;
}

export interface GuestCount {
	invitations: number;
	/** People. */
	invited: number;
	coming: number;
	declined: number;
	/** Invitations without an answer, and the people in them. */
	waiting: number;
	waitingPeople: number;
	/** Null while nothing was noted: nobody counted is not nobody there. */
	came: number | null;
	/** Invitations of which nobody noted who came. */
	uncounted: number;
}

export function guestCount(guests: readonly Guest[]): GuestCount {
	const people = (some: readonly Guest[]) => some.reduce((sum, guest) => sum + guest.people, 0);
	const of = (reply: GuestReply) => guests.filter((guest) => guest.reply === reply);
	const noted = guests.filter(({ came }) => came !== null);
	return {
		invitations: guests.length,
		invited: people(guests),
		coming: of('yes').reduce((sum, guest) => sum + (guest.coming ?? guest.people), 0),
		declined: people(of('no')),
		waiting: of('waiting').length,
		waitingPeople: people(of('waiting')),
		came: noted.length > 0 ? noted.reduce((sum, { came }) => sum + came!, 0) : null,
		uncounted: guests.length - noted.length
	};
}

export const kindOfPartner = ({
	category,
	roles
}: {
	category: PartnerCategory;
	roles: readonly PartnerRole[];
}): GuestKind =>
	roles.includes('funder')
		? 'funder'
		: category === 'institution' || category === 'state' || category === 'chamber'
			? 'institution'
			: 'partner';
