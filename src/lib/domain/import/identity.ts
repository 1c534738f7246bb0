import { searchable } from '../french';
import type { ImportKind } from './column';
import { plain } from './values';

/** What tells one record from another, best first; `key` and `what` of two records being equal means the same one. */
interface Trait {
	what: 'siret' | 'plate' | 'contact' | 'place' | 'name';
	key: string;
}

/** The traits of a record, and what contradicts a likeness of name. */
export interface Identity {
	traits: Trait[];
	/** Facts that differ between namesakes: SIRET, town, phone, e-mail. '' says nothing. */
	facts: Record<string, string>;
	/** Whether facts that differ may still be of one: a person moves and changes phone, a second SIRET is another site. */
	movable: boolean;
}

const LEGAL = /\b(sarl|sas|sasu|sa|eurl|sci|snc|scop|scic|eirl|ei|ets|etablissements|societe|entreprise)\b/g;

/** « SARL Bricoval » and « Bricoval » are one name. */
const companyName = (name: string): string =>
	plain(name).replace(LEGAL, ' ').replace(/\s+/g, ' ').trim() || plain(name);

const digits = (phone: string): string => phone.replace(/[^\d+]/g, '').replace(/^(\+33|0033)0?/, '0');

const town = (commune: string): string =>
	searchable(commune)
		.replace(/\bcedex\b.*$/, '')
		.replace(/\bst\b/g, 'saint')
		.replace(/\bste\b/g, 'sainte')
		.trim();

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** By SIRET, else by name and town. */
export function companyIdentity(record: Record<string, unknown>): Identity {
	const siret = text(record.siret).replace(/[\s.]/g, '');
	const [name, commune] = [companyName(text(record.name)), town(text(record.commune))];
	const traits: Trait[] = [];
	if (siret) traits.push({ what: 'siret', key: siret });
	if (name && commune) traits.push({ what: 'place', key: `${name}|${commune}` });
	if (name) traits.push({ what: 'name', key: name });
	return { traits, facts: { siret, commune }, movable: false };
}

/** By e-mail or phone and first name (a family shares a phone), else by both names. */
export function personIdentity(record: Record<string, unknown>): Identity {
	const first = plain(text(record.firstName));
	const last = plain(text(record.lastName));
	const [phone, email] = [digits(text(record.phone)), text(record.email).trim().toLowerCase()];
	const traits: Trait[] = [];
	if (email && first) traits.push({ what: 'contact', key: `${email}|${first}` });
	if (phone && first) traits.push({ what: 'contact', key: `${phone}|${first}` });
	if (first && last) traits.push({ what: 'name', key: `${first}|${last}` });
	return { traits, facts: { phone, email, commune: town(text(record.commune)) }, movable: true };
}

/** By its plate, else by its name: two « Kangoo » with different plates are two. */
export function vehicleIdentity(record: Record<string, unknown>): Identity {
	const plate = plain(text(record.plate)).replaceAll(' ', '');
	const name = plain(text(record.name));
	const traits: Trait[] = [];
	if (plate) traits.push({ what: 'plate', key: plate });
	if (name) traits.push({ what: 'name', key: name });
	return { traits, facts: { plate }, movable: false };
}

export const identityOf: Record<ImportKind, (record: Record<string, unknown>) => Identity> = {
	company: companyIdentity,
	participant: personIdentity,
	vehicle: vehicleIdentity,
	accompanist: personIdentity
};

export type Match<T> = { certain: true; of: T } | { certain: false; of: T } | null;

/** Records by their traits: finding who is who among thousands takes no time. */
export class Known<T> {
	readonly #by = new Map<string, { of: T; facts: Identity['facts'] }[]>();

	add(of: T, { traits, facts }: Identity): void {
		for (const { what, key } of traits) {
			const at = `${what}:${key}`;
			const there = this.#by.get(at);
			if (there) there.push({ of, facts });
			else this.#by.set(at, [{ of, facts }]);
		}
	}

	/** The record of that identity: certain, only probable, or none. */
	find({ traits, facts, movable }: Identity): Match<T> {
		for (const { what, key } of traits) {
			const found = this.#by.get(`${what}:${key}`) ?? [];
			if (found.length === 0) continue;
			if (what !== 'place' && what !== 'name') return { certain: allOne(found), of: found[0]!.of };
			const agreeing = found.filter((one) => !contradict(one.facts, facts));
			if (agreeing.length > 0) {
				const certain = what === 'place' || settled(agreeing[0]!.facts, facts);
				return { certain: certain && allOne(agreeing), of: agreeing[0]!.of };
			}
			if (movable) return { certain: false, of: found[0]!.of };
		}
		return null;
	}
}

const allOne = <T>(found: { of: T }[]): boolean => found.every(({ of }) => of === found[0]!.of);

const contradict = (a: Identity['facts'], b: Identity['facts']): boolean =>
	Object.keys(a).some((fact) => a[fact] && b[fact] && a[fact] !== b[fact]);

/** A name alone settles it when something else agrees, or when as little is known on both sides. */
const settled = (a: Identity['facts'], b: Identity['facts']): boolean =>
	Object.keys(a).some((fact) => a[fact] && a[fact] === b[fact]) ||
	Object.keys(a).every((fact) => a[fact] === b[fact]);
