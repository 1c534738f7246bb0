import { addDays, type IsoDate } from '../calendar';
import type { CompanyState } from '../company';
import { companyIdentity } from '../import/identity';

/** What the organisation's other rallies did with the same company. */
export interface AskedElsewhere {
	rally: string;
	/** First day of that rally. */
	first: IsoDate;
	state: CompanyState;
	/** Dates on which it was contacted. */
	contacts: IsoDate[];
	lastVisit: IsoDate | null;
	pausedUntil: IsoDate | null;
}

export interface SolicitationLimits {
	/** Rallies of the organisation for which one company may be asked in a calendar year. */
	solicitationsPerYear: number;
	/** Contacts with one company within thirty days, all rallies together. */
	contactsPerMonth: number;
}

export type Restraint = 'paused' | 'asked' | 'contacted';

export interface Solicitation {
	/** Rallies of the year that asked it, this one included once it was contacted. */
	askedThisYear: number;
	contactsThisMonth: number;
	lastVisit: IsoDate | null;
	/** The furthest day until which it asked for peace; null once it is past. */
	pausedUntil: IsoDate | null;
	/** Why it had better not be asked now. */
	restraints: Restraint[];
}

const MONTH = 30;

/** How much a company was asked, in this rally and in the organisation's others. */
export function solicitationOf(
	here: Pick<AskedElsewhere, 'contacts' | 'pausedUntil'>,
	elsewhere: readonly AskedElsewhere[],
	{ solicitationsPerYear, contactsPerMonth }: SolicitationLimits,
	today: IsoDate
): Solicitation {
	const year = today.slice(0, 4);
	const others = elsewhere.filter((of) => wasAsked(of, year)).length;
	const month = addDays(today, -MONTH);
	const contactsThisMonth = [here, ...elsewhere]
		.flatMap(({ contacts }) => contacts)
		.filter((on) => on > month && on <= today).length;
	const pausedUntil = latest([here, ...elsewhere].map((of) => of.pausedUntil));
	const paused = pausedUntil !== null && pausedUntil > today ? pausedUntil : null;
	const restraints: Restraint[] = [];
	if (paused) restraints.push('paused');
	if (others >= solicitationsPerYear) restraints.push('asked');
	if (contactsThisMonth >= contactsPerMonth) restraints.push('contacted');
	return {
		askedThisYear: others + (here.contacts.some((on) => on.startsWith(year)) ? 1 : 0),
		contactsThisMonth,
		lastVisit: latest(elsewhere.map(({ lastVisit }) => lastVisit)),
		pausedUntil: paused,
		restraints
	};
}

/** A contact of the year tells it; without a log, having left « à contacter » in a rally of the year does. */
const wasAsked = ({ contacts, state, first }: AskedElsewhere, year: string): boolean =>
	contacts.some((on) => on.startsWith(year)) ||
	(contacts.length === 0 && state !== 'identified' && first.startsWith(year));

const latest = (dates: readonly (IsoDate | null)[]): IsoDate | null =>
	dates.reduce<IsoDate | null>((max, date) => (date && (!max || date > max) ? date : max), null);

interface Identified {
	name: string;
	siret: string | null;
	commune: string;
}

/**
 * Finds the records of one company: by SIRET when both have one, else by name and town. Two sites of one firm have
 * two SIRET, and are asked apart.
 */
export function sameCompanies<C extends Identified>(known: readonly C[]): (company: Identified) => C[] {
	const by = new Map<string, C[]>();
	for (const one of known) for (const key of keysOf(one)) by.set(key, [...(by.get(key) ?? []), one]);
	return (company) => {
		const found = keysOf(company).flatMap((key) => by.get(key) ?? []);
		const agreeing = found.filter(({ siret }) => !siret || !company.siret || siret === company.siret);
		return [...new Set(agreeing)];
	};
}

const keysOf = (company: Identified): string[] =>
	companyIdentity({ ...company })
		.traits.filter(({ what }) => what === 'siret' || what === 'place')
		.map(({ what, key }) => `${what}:${key}`);
