import { listed, typeset } from './french';
import type { Position } from './rally';

/** What is worn or done before entering a workshop, a kitchen, a site. */
export const safetyWear = {
	'safety-shoes': 'chaussures de sécurité',
	'closed-shoes': 'chaussures fermées',
	helmet: 'casque',
	vest: 'gilet fluorescent',
	glasses: 'lunettes de protection',
	'ear-protection': 'protection contre le bruit',
	gloves: 'gants',
	coat: 'blouse',
	cap: 'charlotte',
	'covered-limbs': 'manches longues et pantalon',
	'tied-hair': 'cheveux attachés, ni bague ni montre'
} as const;
export type SafetyWear = keyof typeof safetyWear;

/** Whom a visit does not suit, as the host says it. Held against what participants need; the host is never told whom. */
export const unsuitedFor = {
	'reduced-mobility': 'Longue marche, station debout ou escaliers',
	pregnancy: 'Lieux ou produits déconseillés pendant une grossesse'
} as const;
export type UnsuitedFor = keyof typeof unsuitedFor;

export const photoRules = {
	yes: 'Oui, librement',
	ask: 'Oui, en demandant sur place',
	no: 'Non'
} as const;
export type PhotoRule = keyof typeof photoRules;

/** What a host says of its welcome, beyond when and how many. Empty: it has not said. */
export interface Hosting {
	/** Who opens the door on the day; without a name, the usual contact. */
	welcomeName: string;
	welcomePhone: string;
	/** The door the team goes to, where it is not at the address. */
	entrance: Position | null;
	parkingNote: string;
	wear: SafetyWear[];
	/** Those of `wear` that the host lends; the others are brought along. */
	wearLent: SafetyWear[];
	unsuited: UnsuitedFor[];
	/** Days before its first visit by which it wants the names; null when it wants none. */
	namesDaysAhead: number | null;
	photos: PhotoRule | null;
	/** Trades that can be seen there. */
	tradesShown: string;
	/** The same trades as codes of the ROME, in the order in which they were given. */
	romeCodes: string[];
	/** When it is open, as OpenStreetMap writes it (`Mo-Fr 08:00-12:00`): visits outside are doubted, never refused. */
	openingHours: string;
	/** Its page on Acceslibre, which tells steps, doors and parking: an address, or ''. */
	acceslibre: string;
}

export const unsaidHosting: Hosting = {
	welcomeName: '',
	welcomePhone: '',
	entrance: null,
	parkingNote: '',
	wear: [],
	wearLent: [],
	unsuited: [],
	namesDaysAhead: null,
	photos: null,
	tradesShown: '',
	romeCodes: [],
	openingHours: '',
	acceslibre: ''
};

/** Whom a team asks for at the door, and at which number. */
export const welcomeOf = (
	company: Pick<Hosting, 'welcomeName' | 'welcomePhone'> & { contactName: string; contactPhone: string }
): { name: string; phone: string } =>
	company.welcomeName.trim()
		? { name: company.welcomeName.trim(), phone: (company.welcomePhone || company.contactPhone).trim() }
		: { name: company.contactName.trim(), phone: (company.welcomePhone || company.contactPhone).trim() };

/** What is lent is worn: in the order of the list, whichever box was ticked. */
export const worn = ({ wear, wearLent }: Pick<Hosting, 'wear' | 'wearLent'>): SafetyWear[] =>
	(Object.keys(safetyWear) as SafetyWear[]).filter((item) => wear.includes(item) || wearLent.includes(item));

/** « chaussures fermées, casque (en prêt sur place) », or nothing. */
export function wearInWords(hosting: Pick<Hosting, 'wear' | 'wearLent'>): string {
	const items = worn(hosting);
	const lent = items.filter((item) => hosting.wearLent.includes(item));
	const brought = items.filter((item) => !hosting.wearLent.includes(item));
	const named = (some: SafetyWear[]) => listed(some.map((item) => safetyWear[item]));
	if (lent.length === 0) return named(brought);
	const loan = `${named(lent)} (en prêt sur place)`;
	return brought.length === 0 ? loan : typeset(`${named(brought)} ; ${loan}`);
}

/** What a team must know of taking pictures; nothing while the host has not said. */
export const photosInWords: Record<PhotoRule, string> = {
	yes: 'Photos permises',
	ask: typeset('Photos : demander avant d’en prendre'),
	no: 'Photos interdites'
};
