import { bilanRecipients, type BilanRecipient } from '$lib/domain/bilan/bilan';
import type { Funding, Partner } from '$lib/domain/partner';
import type { Rally } from '$lib/domain/rally';

type FundingPartner = Partner & Pick<Funding, 'bilanDueOn' | 'solutions'>;

/** Whom a bilan is owed to, with the name in the address of its page. */
export interface Recipient {
	/** `federation`, `ansa`, or the funder's id. */
	key: string;
	kind: BilanRecipient;
	name: string;
	funder: FundingPartner | null;
}

/** Everybody a rally owes a bilan: the federation, Ansa for a first rally (R16), each funder (R19). */
export const recipientsOf = (
	rally: Pick<Rally, 'edition'>,
	partners: readonly FundingPartner[]
): Recipient[] => [
	{ key: 'federation', kind: 'federation', name: bilanRecipients.federation, funder: null },
	...(rally.edition === 1
		? [{ key: 'ansa', kind: 'ansa' as const, name: bilanRecipients.ansa, funder: null }]
		: []),
	...partners
		.filter(({ roles }) => roles.includes('funder'))
		.map((funder): Recipient => ({ key: funder.id, kind: 'funder', name: funder.name, funder }))
];
