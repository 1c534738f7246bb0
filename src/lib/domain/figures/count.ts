import type { IsoDate } from '../calendar';
import { charterNumbers, within } from '../charter/numbers';
import { companySizes, type Company } from '../company';
import type { PresenceTable } from '../day/presence-log';
import type { PersonVisits } from '../day/visits-made';
import { ageBands, diplomas, genders, statuses, type Participant } from '../participant';
import { partnerCategories, type Partner } from '../partner';
import type { Plan } from '../plan';
import { expectedHalfDays } from '../presence';
import type { Rally } from '../rally';
import { countedSector, sectors } from '../sector';
import { toldApart, toldApartBySeveral, type TracedBreakdown } from './breakdown';
import type { BreakdownKey, FigureKey } from './catalogue';
import { known, notCommunicated, notEvaluated, type Measured } from './measured';
import type { RallyFigures } from './rally-figures';

/** A figure with the rows behind it: ids of what its catalogue entry says, for who prepares the rally only. */
export interface Traced {
	measured: Measured;
	rows: string[];
}
type BothTraced = { planned: Traced; done: Traced };

export type CountedCompany = Pick<
	Company,
	'id' | 'sector' | 'customSector' | 'naf' | 'size' | 'kind' | 'state'
> & {
	/** Contacted at least once. */
	approached: boolean;
};

/** What the questionnaires, the closing and the follow-up bring; see domain/measure. */
export interface MeasuredAfter {
	guests: BothTraced;
	contacts: Measured;
	answered: Traced;
	solutions: Traced;
	/** Where people stand at six months; null before anybody answered. */
	outcome: TracedBreakdown | null;
}

export interface CountInput {
	rally: Pick<Rally, 'programme' | 'settings' | 'charterVersion' | 'charterNumbers'>;
	/** Every record, archived ones too: somebody who came and was archived since still came. */
	participants: readonly (Participant & { archived: boolean })[];
	companies: readonly CountedCompany[];
	partners: readonly Partner[];
	/** The plan in force; null before any was published. */
	plan: Pick<Plan, 'teams'> | null;
	presence: PresenceTable;
	visits: readonly PersonVisits[];
	after: MeasuredAfter;
	today: IsoDate;
}

export interface CountedRally extends RallyFigures {
	traces: Record<FigureKey, BothTraced>;
	/** Rows of each part, and of those of whom nothing is known under « ''  ». */
	parts: Record<BreakdownKey, Record<string, string[]>>;
}

const of = (rows: string[]): Traced => ({ measured: known(rows.length), rows });
const silent = (measured: Measured): Traced => ({ measured, rows: [] });

/**
 * Every figure of a rally. What is done is « non évalué » until the last day is over, then « non communiqué » as
 * long as nobody noted who was there: an absence of notes is never a zero.
 */
export function countRally(input: CountInput): CountedRally {
	const { rally, plan, partners, after, today } = input;
	const last = rally.programme.at(-1)?.date;
	const over = last !== undefined && today > last;
	const noted = input.presence.size > 0;
	const done = (rows: () => string[]): Traced =>
		!over ? silent(notEvaluated) : noted ? of(rows()) : silent(notCommunicated);

	const enrolled = input.participants.filter(({ state, archived }) => state === 'confirmed' && !archived);
	const came = cameOn(input, () => true);
	const confirmed = input.companies.filter(({ state }) => state === 'confirmed');
	const visited = companiesVisited(input);
	const engaged = partners.map(({ id }) => id);
	const accompanists = [
		...new Set((plan?.teams ?? []).flatMap(({ accompanistId }) => (accompanistId ? [accompanistId] : [])))
	];
	const passages = (plan?.teams ?? []).flatMap(({ letter, visits }) =>
		visits.map(({ companyId, date }) => `${letter}|${date}/${companyId}`)
	);
	const passagesMade = done(() => passagesDone(input));
	const range = charterNumbers(rally).visitsPerParticipant;
	const toured = input.visits.filter((person) => within(person.done, range));
	const promised = input.visits.filter((person) => within(person.planned, range));
	const noPlan = silent(notEvaluated);
	const planned = (rows: string[]): Traced => (plan ? of(rows) : noPlan);
	const same = (traced: Traced): BothTraced => ({
		planned: traced,
		done: over ? traced : silent(notEvaluated)
	});
	const distinct = (ids: readonly string[]): string[] => [
		...new Set(
			input.companies
				.filter(({ id }) => ids.includes(id))
				.map((company) => countedSector(company, rally.settings.nomenclature))
		)
	];
	const sectorsOf = (ids: Traced): Traced =>
		ids.measured.is === 'value' ? { measured: known(distinct(ids.rows).length), rows: ids.rows } : ids;
	const mobilised: BothTraced = { planned: of(confirmed.map(({ id }) => id)), done: done(() => visited) };
	const professionals = (companies: Traced): Traced =>
		plan && companies.measured.is === 'value'
			? { measured: known(accompanists.length + companies.rows.length), rows: [] }
			: silent(companies.measured.is === 'value' ? notEvaluated : companies.measured);

	const traces: Record<FigureKey, BothTraced> = {
		participants: { planned: of(ids(enrolled)), done: done(() => came) },
		'first-day': {
			planned: of(ids(enrolled)),
			done: done(() => cameOn(input, (half) => half.startsWith(rally.programme[0]?.date ?? '—')))
		},
		finished: {
			planned: of(ids(enrolled)),
			done: done(() => {
				const end = expectedHalfDays(rally.programme).at(-1)?.key;
				return cameOn(input, (half, state) => half === end && state === 'present');
			})
		},
		teams: {
			planned: plan ? { measured: known(plan.teams.length), rows: [] } : noPlan,
			done:
				over && plan
					? { measured: known(plan.teams.length), rows: [] }
					: silent(over ? notCommunicated : notEvaluated)
		},
		accompanists: {
			planned: planned(accompanists),
			done: over ? (plan ? of(accompanists) : silent(notCommunicated)) : noPlan
		},
		'companies-approached': same(of(ids(input.companies.filter(({ approached }) => approached)))),
		'companies-mobilised': mobilised,
		sectors: { planned: sectorsOf(mobilised.planned), done: sectorsOf(mobilised.done) },
		visits: { planned: planned(passages), done: passagesMade },
		'visits-in-range': {
			planned: planned(promised.map(({ person }) => person)),
			done: done(() => toured.map(({ person }) => person))
		},
		partners: same(of(engaged)),
		funders: same(of(ids(partners.filter(({ roles }) => roles.includes('funder'))))),
		professionals: { planned: professionals(mobilised.planned), done: professionals(mobilised.done) },
		guests: after.guests,
		contacts: { planned: silent(notEvaluated), done: silent(after.contacts) },
		answered: { planned: silent(notEvaluated), done: after.answered },
		solutions: { planned: silent(notEvaluated), done: after.solutions }
	};

	const people = over && noted ? input.participants.filter(({ id }) => came.includes(id)) : enrolled;
	const hosts =
		mobilised.done.measured.is === 'value'
			? input.companies.filter(({ id }) => visited.includes(id))
			: confirmed;
	const breakdowns: Record<BreakdownKey, TracedBreakdown | null> = {
		gender: toldApart(people, ({ gender }) => gender, genders),
		ageBand: toldApart(people, ({ ageBand }) => ageBand, ageBands),
		diploma: toldApart(people, ({ diploma }) => diploma, diplomas),
		formerSector: toldApart(people, ({ formerSector }) => formerSector, sectors),
		statuses: toldApartBySeveral(people, (person) => person.statuses, statuses),
		'company-sector': toldApart(hosts, ({ sector }) => sector, sectors),
		'company-size': toldApart(hosts, ({ size }) => size, companySizes),
		'partner-category': toldApart(partners, ({ category }) => category, partnerCategories),
		outcome: after.outcome
	};
	return {
		figures: mapValues(traces, ({ planned: before, done: then }) => ({
			planned: before.measured,
			done: then.measured
		})),
		breakdowns: mapValues(breakdowns, (one) => one && one.breakdown),
		on: today,
		traces,
		parts: mapValues(breakdowns, (one) => one?.rows ?? {})
	};
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id);

/** Who was there on one of these half-days; whoever left in the course of one had come. */
function cameOn(
	{ presence, participants }: CountInput,
	wanted: (half: string, state: 'present' | 'left') => boolean
): string[] {
	const there = new Set(
		[...presence.values()].flatMap(({ person, half, state }) =>
			(state === 'present' || state === 'left') && wanted(half, state) ? [person] : []
		)
	);
	return ids(participants.filter(({ id }) => there.has(id)));
}

const made = (input: CountInput) =>
	input.visits.flatMap(({ visits }) =>
		visits.filter(({ outcome }) => outcome === 'made' || outcome === 'unmarked')
	);

const companiesVisited = (input: CountInput): string[] => [
	...new Set(made(input).map(({ companyId }) => companyId))
];

const passagesDone = (input: CountInput): string[] => [
	...new Set(made(input).map(({ team, stop }) => `${team}|${stop}`))
];

const mapValues = <K extends string, A, B>(of: Record<K, A>, to: (value: A) => B): Record<K, B> =>
	Object.fromEntries(Object.entries<A>(of).map(([key, value]) => [key, to(value)])) as Record<K, B>;
