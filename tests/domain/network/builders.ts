import { breakdownKeys, figureKeys, type FigureKey } from '$lib/domain/figures/catalogue';
import { known, notCommunicated, notEvaluated, type Measured } from '$lib/domain/figures/measured';
import type { Breakdown, PlannedAndDone, RallyFigures } from '$lib/domain/figures/rally-figures';
import { principleKeys } from '$lib/domain/fidelity/principles';
import type { SentBilan } from '$lib/domain/bilan/bilan';
import type { NetworkRally } from '$lib/domain/network/board';

export const aNetworkRally = (difference: Partial<NetworkRally> = {}): NetworkRally => ({
	id: 'rally-1',
	title: 'Rallye pour l’emploi',
	organizationId: 'organization-1',
	organization: 'MIFE inventée',
	network: 'mife',
	edition: 1,
	territory: '',
	department: '74',
	first: '2018-11-06',
	last: '2018-11-07',
	days: 2,
	bilan: null,
	...difference
});

/** « 28 », « nc » or « ne », as the network's table prints it. */
export const measured = (printed: number | 'nc' | 'ne'): Measured =>
	printed === 'nc' ? notCommunicated : printed === 'ne' ? notEvaluated : known(printed);

export const someFigures = (
	figures: Partial<Record<FigureKey, PlannedAndDone>> = {},
	breakdowns: Partial<Record<keyof RallyFigures['breakdowns'], Breakdown>> = {}
): RallyFigures => ({
	figures: Object.fromEntries(
		figureKeys.map((key) => [key, figures[key] ?? { planned: notEvaluated, done: notCommunicated }])
	) as RallyFigures['figures'],
	breakdowns: Object.fromEntries(
		breakdownKeys.map((key) => [key, breakdowns[key] ?? null])
	) as RallyFigures['breakdowns'],
	on: '2027-07-01'
});

export const aSentBilan = (difference: Partial<SentBilan> = {}): SentBilan => ({
	format: 1,
	rally: {
		title: 'Rallye pour l’emploi',
		edition: 1,
		territory: 'Arve Faucigny',
		department: '74',
		first: '2027-06-08',
		last: '2027-06-09',
		closing: '2027-06-09'
	},
	figures: someFigures({
		participants: { planned: known(16), done: known(15) },
		'companies-mobilised': { planned: known(9), done: known(9) }
	}),
	grid: principleKeys.map((principle) => ({ principle, proposed: '4', own: '3', comment: '' })),
	derogations: [],
	narrative: {},
	...difference
});
