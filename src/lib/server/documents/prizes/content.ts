import { french, plural } from '$lib/domain/french';
import { euros, type Commitment } from '$lib/domain/mobilisation/commitment';
import type { Rally } from '$lib/domain/rally';
import { rallyLetterhead, type Letterhead, type Logo } from '../paper/letterhead';

export interface PrizesInput {
	rally: Rally;
	companies: readonly { id: string; name: string }[];
	commitments: readonly Commitment[];
	logo?: Logo;
}

/** What companies give to be won or handed over at the closing. */
export interface PrizeList {
	letterhead: Letterhead;
	title: string;
	summary: string;
	rows: { donor: string; what: string; quantity: string; value: string; received: string }[];
	/** Lines for those that come on the last day. */
	blanks: number;
}

export function prizeList({ rally, companies, commitments, logo }: PrizesInput): PrizeList {
	const names = new Map(companies.map(({ id, name }) => [id, name]));
	const given = commitments.filter(({ kind, companyId }) => kind === 'prize' && names.has(companyId));
	const total = given.reduce((sum, { quantity }) => sum + (quantity ?? 1), 0);
	const worth = given.reduce((sum, { valueCents }) => sum + (valueCents ?? 0), 0);
	return {
		letterhead: rallyLetterhead(rally, logo),
		title: 'Lots',
		summary: [
			plural(total, 'lot'),
			plural(new Set(given.map(({ companyId }) => companyId)).size, 'donateur'),
			...(worth > 0 ? [`valeur estimée ${euros(worth)}`] : [])
		].join(' · '),
		rows: given
			.map(({ companyId, description, quantity, valueCents, honoured }) => ({
				donor: names.get(companyId)!,
				what: description.trim() || 'à préciser',
				quantity: String(quantity ?? 1),
				value: valueCents ? euros(valueCents) : '',
				received: honoured ? 'reçu' : ''
			}))
			.sort((a, b) => french.compare(a.donor, b.donor) || french.compare(a.what, b.what)),
		blanks: 5
	};
}
