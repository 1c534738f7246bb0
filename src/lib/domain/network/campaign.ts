import { daysBetween, type IsoDate } from '../calendar';
import { fullDate } from '../french';
import { bilanFilterOf, dateStateOf, yearOf, type BilanFilter, type NetworkRally } from './board';

export interface Campaign {
	id: string;
	/** Rallies whose last day falls in it. */
	year: number;
	opensOn: IsoDate;
	dueOn: IsoDate;
	message: string;
	closedAt: Date | null;
}

export const campaignStates = {
	planned: 'À venir',
	open: 'Ouverte',
	late: 'Échéance passée',
	closed: 'Close'
} as const;
export type CampaignState = keyof typeof campaignStates;

export const campaignState = (
	{ opensOn, dueOn, closedAt }: Pick<Campaign, 'opensOn' | 'dueOn' | 'closedAt'>,
	today: IsoDate
): CampaignState =>
	closedAt !== null ? 'closed' : today < opensOn ? 'planned' : today <= dueOn ? 'open' : 'late';

/** One bilan that a campaign expects. */
export interface Expected {
	rally: NetworkRally;
	bilan: BilanFilter;
	/** False while the rally is not over: its bilan is not yet awaited. */
	isDue: boolean;
	/** Days after the deadline, of what is still awaited; 0 when it is in time. */
	daysLate: number;
}

export interface ExpectedOrganization {
	id: string;
	name: string;
	expected: Expected[];
}

/** What a campaign expects, by organisation, in the order of their names. */
export function expectedIn(
	{ year, dueOn }: Pick<Campaign, 'year' | 'dueOn'>,
	rallies: readonly NetworkRally[],
	today: IsoDate
): ExpectedOrganization[] {
	const groups = new Map<string, ExpectedOrganization>();
	for (const rally of rallies.filter((one) => yearOf(one) === year)) {
		const group = groups.get(rally.organizationId) ?? {
			id: rally.organizationId,
			name: rally.organization,
			expected: []
		};
		const bilan = bilanFilterOf(rally);
		const isDue = dateStateOf(rally, today) === 'over';
		const waits = isDue && (bilan === 'none' || bilan === 'to-fix');
		group.expected.push({
			rally,
			bilan,
			isDue,
			daysLate: waits ? Math.max(0, daysBetween(dueOn, today)) : 0
		});
		groups.set(rally.organizationId, group);
	}
	return [...groups.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** How many of each, and how many are still to come. */
export function campaignCounts(organizations: readonly ExpectedOrganization[]) {
	const all = organizations.flatMap(({ expected }) => expected);
	const of = (state: BilanFilter) => all.filter(({ bilan }) => bilan === state).length;
	return {
		expected: all.length,
		awaited: of('none'),
		received: of('sent'),
		'to-fix': of('to-fix'),
		validated: of('validated')
	};
}

export interface Reminder {
	organizationId: string;
	organization: string;
	text: string;
}

/** A message to copy for each organisation whose bilan is awaited or to be corrected; rallies that are over only. */
export function remindersOf(
	{ dueOn, year }: Pick<Campaign, 'dueOn' | 'year'>,
	organizations: readonly ExpectedOrganization[],
	today: IsoDate
): Reminder[] {
	return organizations.flatMap(({ id, name, expected }) => {
		const missing = expected.filter(({ isDue, bilan }) => isDue && (bilan === 'none' || bilan === 'to-fix'));
		if (missing.length === 0) return [];
		const when =
			today <= dueOn ? `est attendu pour le ${fullDate(dueOn)}` : `était attendu pour le ${fullDate(dueOn)}`;
		const lines = missing.map(
			({ rally, bilan }) => `– ${rally.title}${bilan === 'to-fix' ? ' (une correction a été demandée)' : ''}`
		);
		return [
			{
				organizationId: id,
				organization: name,
				text: `Bonjour,\n\nLe bilan ${year} de vos rallyes ${when}. Il manque encore :\n${lines.join('\n')}\n\nIl s’envoie depuis Équipage, à la page « Bilans » du rallye.\n\nMerci à vous.`
			}
		];
	});
}
