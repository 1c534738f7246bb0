import type { BilanState } from '../bilan/bilan';
import type { IsoDate } from '../calendar';
import { departments } from '../departments';
import { searchable } from '../french';
import { organizerNetworks, type OrganizerNetwork } from '../rally';

/** A rally as the federation sees it: public facts, and nobody's name. */
export interface NetworkRally {
	id: string;
	title: string;
	organizationId: string;
	organization: string;
	network: OrganizerNetwork;
	/** 1 for the organiser's first. */
	edition: number;
	territory: string;
	department: string;
	/** Null while the programme has no day. */
	first: IsoDate | null;
	last: IsoDate | null;
	days: number;
	/** Null while nothing was begun for the federation. */
	bilan: { id: string; state: BilanState; sentOn: Date | null } | null;
}

/** Where a rally stands in time. */
export const dateStates = {
	unset: 'Dates à venir',
	ahead: 'Dates fixées',
	running: 'En cours',
	over: 'Terminé'
} as const;
export type DateState = keyof typeof dateStates;

export const dateStateOf = (
	{ first, last }: Pick<NetworkRally, 'first' | 'last'>,
	today: IsoDate
): DateState =>
	first === null || last === null ? 'unset' : today < first ? 'ahead' : today <= last ? 'running' : 'over';

/** What is filtered of the bilan: `none` is expected and not begun, or begun and not sent. */
export const bilanFilters = {
	none: 'Pas encore reçu',
	sent: 'À relire',
	'to-fix': 'Correction demandée',
	validated: 'Validé'
} as const;
export type BilanFilter = keyof typeof bilanFilters;

export const bilanFilterOf = (rally: Pick<NetworkRally, 'bilan'>): BilanFilter =>
	rally.bilan === null || rally.bilan.state === 'to-complete' ? 'none' : rally.bilan.state;

/** Year of the last day: the one whose campaign asks for the bilan. */
export const yearOf = ({ last }: Pick<NetworkRally, 'last'>): number | null =>
	last === null ? null : Number(last.slice(0, 4));

export interface BoardFilter {
	year: number | null;
	network: OrganizerNetwork | null;
	department: string | null;
	dates: DateState | null;
	bilan: BilanFilter | null;
	/** Words looked for in titles, organisations and territories. */
	query: string;
}

const within = <K extends string>(labels: Record<K, unknown>, text: string | null): K | null =>
	text !== null && Object.hasOwn(labels, text) ? (text as K) : null;

/** Reads `?annee=2027&reseau=mife&departement=07&dates=over&bilan=none&q=…`; what is not known filters nothing. */
export function readFilter(asked: Pick<URLSearchParams, 'get'>): BoardFilter {
	const year = Number(asked.get('annee'));
	return {
		year: Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : null,
		network: within(organizerNetworks, asked.get('reseau')),
		department: within(departments, asked.get('departement')),
		dates: within(dateStates, asked.get('dates')),
		bilan: within(bilanFilters, asked.get('bilan')),
		query: (asked.get('q') ?? '').slice(0, 100)
	};
}

export function matching<R extends NetworkRally>(
	rallies: readonly R[],
	filter: BoardFilter,
	today: IsoDate
): R[] {
	const words = searchable(filter.query).split(' ').filter(Boolean);
	return rallies.filter(
		(rally) =>
			(filter.year === null || yearOf(rally) === filter.year) &&
			(filter.network === null || rally.network === filter.network) &&
			(filter.department === null || rally.department === filter.department) &&
			(filter.dates === null || dateStateOf(rally, today) === filter.dates) &&
			(filter.bilan === null || bilanFilterOf(rally) === filter.bilan) &&
			words.every((word) =>
				searchable(
					`${rally.title} ${rally.organization} ${rally.territory} ${departments[rally.department] ?? ''}`
				).includes(word)
			)
	);
}

/** Years in which rallies end, the latest first. */
export const yearsOf = (rallies: readonly NetworkRally[]): number[] =>
	[...new Set(rallies.flatMap((rally) => yearOf(rally) ?? []))].sort((a, b) => b - a);

export const PAGE_SIZE = 50;

export interface Page<T> {
	rows: T[];
	number: number;
	pages: number;
	total: number;
}

/** One page of a list; a number out of range gives the nearest. */
export function pageOf<T>(all: readonly T[], asked: unknown, size = PAGE_SIZE): Page<T> {
	const pages = Math.max(1, Math.ceil(all.length / size));
	const wanted = Math.trunc(Number(asked)) || 1;
	const number = Math.min(pages, Math.max(1, wanted));
	return { rows: all.slice((number - 1) * size, number * size), number, pages, total: all.length };
}
