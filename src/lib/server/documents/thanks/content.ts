import { dateRange, fullDate, listed, plural, typeset } from '$lib/domain/french';
import type { Thanks } from '$lib/domain/closing/rally-sheet';
import { commitmentKinds, type Commitment } from '$lib/domain/mobilisation/commitment';
import { partnerRoles, type PartnerRole } from '$lib/domain/partner';
import type { IsoDate } from '$lib/domain/calendar';
import type { Rally } from '$lib/domain/rally';
import { rallyLetterhead, type Letterhead, type Logo } from '../paper/letterhead';

export interface ThanksInput {
	rally: Rally;
	organization: string;
	/** `visits`: teams received; 0 when it did something else. */
	companies: readonly { id: string; name: string; contactName: string; visits: number }[];
	partners: readonly { id: string; name: string; contactName: string; roles: readonly PartnerRole[] }[];
	commitments: readonly Pick<Commitment, 'companyId' | 'kind' | 'description'>[];
	/** How many took part, once it is known. */
	participants: number;
	thanks: Thanks;
	on: IsoDate;
	logo?: Logo;
	/** Logos of companies and partners, by id. */
	pictures?: ReadonlyMap<string, Uint8Array>;
}

export interface ThankYouLetter {
	letterhead: Letterhead;
	to: string[];
	on: string;
	subject: string;
	paragraphs: string[];
	signature: string[];
	/** Named at the foot of every letter, each with its logo or the place of it. */
	donors: { name: string; picture: Uint8Array | null }[];
}

/** A letter a company that received or gave, and a partner: what each one did, and no participant in it. */
export function thankYouLetters(input: ThanksInput): ThankYouLetter[] {
	const { rally, organization, thanks } = input;
	const dates = rally.programme.map(({ date }) => date).sort();
	const when = dates.length > 0 ? ` ${dateRange(dates[0]!, dates.at(-1)!)}` : '';
	const donors = input.companies
		.filter(({ id }) =>
			input.commitments.some(
				({ companyId, kind }) => companyId === id && (kind === 'prize' || kind === 'money')
			)
		)
		.map(({ id, name }) => ({ name, picture: input.pictures?.get(id) ?? null }))
		.concat(
			input.partners
				.filter(({ id, roles }) => roles.includes('funder') || input.pictures?.has(id))
				.map(({ id, name }) => ({ name, picture: input.pictures?.get(id) ?? null }))
		);
	const letter = (name: string, contactName: string, did: string): ThankYouLetter => ({
		letterhead: rallyLetterhead(rally, input.logo),
		to: [name, contactName && `À l’attention de ${contactName}`].filter(Boolean),
		on: `Le ${fullDate(input.on)}`,
		subject: 'Merci pour le Rallye pour l’emploi',
		paragraphs: [
			'Madame, Monsieur,',
			typeset(
				`Le Rallye pour l’emploi${when}${input.participants > 0 ? ` a réuni ${plural(input.participants, 'participant')}` : ' est terminé'}. ${did}`
			),
			...thanks.message.split(/\n+/).filter(Boolean),
			'Au nom des participants, de leurs accompagnateurs et de toute l’équipe : merci.'
		],
		signature: [thanks.signatory, thanks.role, organization].filter(Boolean),
		donors
	});
	return [
		...input.companies.flatMap(({ id, name, contactName, visits }) => {
			const given = input.commitments.filter(({ companyId, kind }) => companyId === id && kind !== 'visit');
			const did = [
				...(visits > 0 ? [`ouvert vos portes à ${plural(visits, 'équipe')}`] : []),
				...new Set(given.map(({ kind }) => deeds[kind]))
			];
			return did.length === 0 ? [] : [letter(name, contactName, `Vous avez ${listed(did)} : c’est ce qui l’a rendu possible.`)]; // prettier-ignore
		}),
		...input.partners.map(({ name, contactName, roles }) =>
			letter(
				name,
				contactName,
				roles.length > 0
					? `Votre engagement (${listed(roles.map((role) => partnerRoles[role].toLocaleLowerCase('fr')))}) l’a rendu possible.`
					: 'Votre engagement l’a rendu possible.'
			)
		)
	];
}

const deeds: Record<keyof typeof commitmentKinds, string> = {
	visit: 'ouvert vos portes',
	prize: 'offert des lots',
	money: 'fait un don',
	drivers: 'prêté des personnes pour conduire les équipes'
};
