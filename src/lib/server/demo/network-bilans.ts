import type { SentBilan } from '$lib/domain/bilan/bilan';
import { addDays, type ProgrammeDay } from '$lib/domain/calendar';
import { breakdownKeys, figureKeys, type BreakdownKey, type FigureKey } from '$lib/domain/figures/catalogue';
import { known, notCommunicated, notEvaluated, type Measured } from '$lib/domain/figures/measured';
import type { Breakdown, PlannedAndDone } from '$lib/domain/figures/rally-figures';
import { ageBands, genders } from '$lib/domain/participant';
import { principleKeys, type GridLevel, type PrincipleKey } from '$lib/domain/fidelity/principles';

/** A past rally in a few numbers; nobody stands behind them. */
export interface PastRally {
	title: string;
	edition: number;
	territory: string;
	department: string;
	planned: number;
	came: number;
	companies: [planned: number, done: number];
	professionals: number;
	/** Null before six months have passed. */
	answered: number | null;
	solutions: number | null;
	women: number;
	level: GridLevel;
}

/** What such a rally would have sent: figures that hold together, and the rows of the grid. */
export function aPastBilan(past: PastRally, programme: readonly ProgrammeDay[]): SentBilan {
	const [first, last] = [programme[0]!.date, programme.at(-1)!.date];
	const { came, planned, companies } = past;
	const late = (value: number | null): Measured => (value === null ? notEvaluated : known(value));
	const told: Partial<Record<FigureKey, [planned: Measured, done: Measured]>> = {
		participants: [known(planned), known(came)],
		'first-day': [known(planned), known(came)],
		finished: [known(planned), known(came - 1)],
		teams: [known(Math.ceil(planned / 5)), known(Math.ceil(came / 5))],
		accompanists: [known(Math.ceil(planned / 5)), known(past.professionals - companies[1])],
		'companies-approached': [notEvaluated, known(companies[1] * 2 + 3)],
		'companies-mobilised': [known(companies[0]), known(companies[1])],
		sectors: [known(6), known(5)],
		visits: [known(Math.ceil(planned / 5) * 7), known(Math.ceil(came / 5) * 7 - 1)],
		'visits-in-range': [known(planned), known(came - 2)],
		partners: [known(7), known(7)],
		funders: [known(2), known(2)],
		professionals: [known(past.professionals + 1), known(past.professionals)],
		guests: [known(60), known(42)],
		answered: [notEvaluated, late(past.answered)],
		solutions: [notEvaluated, late(past.solutions)]
	};
	const parts = (
		population: number,
		...counts: [key: string, label: string, count: number][]
	): Breakdown => ({
		population,
		parts: counts.map(([key, label, count]) => ({ key, label, count })),
		unknown: population - counts.reduce((sum, [, , count]) => sum + count, 0)
	});
	const young = Math.floor(came / 4);
	const older = Math.floor(came / 3);
	const breakdowns: Partial<Record<BreakdownKey, Breakdown>> = {
		gender: parts(came, ['woman', genders.woman, past.women], ['man', genders.man, came - past.women]),
		ageBand: parts(came, ['26-34', ageBands['26-34'], young], ['35-44', ageBands['35-44'], came - young - older], ['45-54', ageBands['45-54'], older]) // prettier-ignore
	};
	return {
		format: 1,
		rally: {
			title: past.title,
			edition: past.edition,
			territory: past.territory,
			department: past.department,
			first,
			last,
			closing: last
		},
		figures: {
			figures: Object.fromEntries(
				figureKeys.map((key): [FigureKey, PlannedAndDone] => {
					const [planned, done] = told[key] ?? [notEvaluated, notCommunicated];
					return [key, { planned, done }];
				})
			) as Record<FigureKey, PlannedAndDone>,
			breakdowns: Object.fromEntries(breakdownKeys.map((key) => [key, breakdowns[key] ?? null])) as SentBilan['figures']['breakdowns'], // prettier-ignore
			on: addDays(last, 45)
		},
		grid: principleKeys.map((principle) => ({ principle, ...scoreOf(principle, past) })),
		derogations: [],
		narrative: {}
	};
}

/** The weak point of the first rallies was the network (Ansa 2019, l. 197): « amorcer un réseau » is lower here too. */
function scoreOf(principle: PrincipleKey, { level, edition }: PastRally) {
	if (principle === 'ansa-return' && edition > 1)
		return { proposed: 'ne', own: 'ne', comment: 'Pas un premier rallye.' } as const;
	if (principle === 'network')
		return { proposed: null, own: '2', comment: 'Peu de coordonnées échangées.' } as const;
	return { proposed: principle === 'mutual-discovery' ? null : '4', own: level, comment: '' } as const;
}
