import type { CompanyKind, CompanySize } from './company';
import { nafOf } from './naf/naf';
import { quoted } from './french';

/** A place of work as the public directory of companies knows it. What it does not know, or keeps for itself, is ''. */
export interface Establishment {
	siret: string;
	name: string;
	naf: string;
	address: string;
	postcode: string;
	commune: string;
	size: CompanySize | null;
	kind: CompanyKind;
	/** When it closed (« 2024-02-01 », or '' when the day is not told); null while it is open. */
	closed: string | null;
}

export interface Filled {
	/** The form with its gaps filled. */
	typed: Record<string, unknown>;
	/** Beside a field that says something else than the directory. */
	notices: Record<string, string>;
	/** How many fields were filled. */
	count: number;
}

/** Fills the gaps of a form with what the directory knows. What a person typed stays, with the other word beside it. */
export function fillFrom(establishment: Establishment, typed: Record<string, unknown>): Filled {
	const { closed: _closed, ...known } = establishment;
	const naf = nafOf(String(typed.naf || known.naf));
	const facts: Record<string, string | null> = { ...known, sector: naf?.sector ?? null };
	const filled: Filled = { typed: { ...typed }, notices: {}, count: 0 };
	for (const [name, fact] of Object.entries(facts)) {
		const now = String(typed[name] ?? '').trim();
		if (!fact || same(now, fact)) continue;
		// Every form starts with « Entreprise privée »: nobody chose it.
		if (now === '' || (name === 'kind' && now === 'private')) {
			filled.typed[name] = fact;
			filled.count++;
		} else if (name !== 'sector' && name !== 'size' && name !== 'kind')
			filled.notices[name] = `L’annuaire dit : ${quoted(fact)}`;
	}
	return filled;
}

const same = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/[\p{Diacritic}\s.'’-]/gu, '')
		.toLowerCase();
