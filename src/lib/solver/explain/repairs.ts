import { modelOf } from '../model';
import type { Problem } from '../problem';
import { Random } from '../random';
import { compare, scoreOf, type Score } from '../score';
import { groundOf } from '../itineraries/ground';
import { firstPlan, improve } from '../search/large-neighbourhood';
import { holds, type AskOptions } from './holds';

/** One thing to change, as a fact; the dearest to obtain come last. Minutes; days are indices of the problem. */
export type Change =
	| { kind: 'drop-pin'; pin: number }
	| { kind: 'drop-rests'; team: string }
	| { kind: 'longer-day'; day: number; minutes: number; end: 'morning' | 'evening' }
	| { kind: 'ask-start'; company: string; day: number; part: 'morning' | 'afternoon'; starts: number[] }
	| { kind: 'two-at-once'; company: string; teams: number }
	| { kind: 'more-visits'; company: string; visits: number }
	| { kind: 'more-people'; company: string; people: number }
	| { kind: 'release'; company: string }
	| { kind: 'fewer-sectors'; sectors: number }
	| { kind: 'wider-spread'; spread: number };

export interface Repair {
	change: Change;
	/** `all`: charter and promises then hold, a plan was found. `some`: a plan was found that misses less. */
	gives: 'all' | 'some';
	/** What the plan found with the change still misses. */
	missing: { charter: number; promises: number };
}

/** What each kind asks of people: an organizer's own choice, a colleague's hour, a favour of a company, a promise. */
const effort: Record<Change['kind'], number> = {
	'drop-pin': 1,
	'drop-rests': 1,
	'longer-day': 2,
	'more-visits': 3,
	'ask-start': 3,
	'two-at-once': 4,
	'more-people': 4,
	'wider-spread': 5,
	release: 6,
	'fewer-sectors': 7
};
const NOON = 12 * 60 + 30;
const GRID = 15;

/**
 * The single changes that let charter and promises hold, the easiest to obtain first; when none does, those that leave
 * least missing. Each was solved: what it gives is a plan that was found. `most` of them, within the time left.
 */
export function repairsOf(problem: Problem, options: AskOptions & { most?: number }): Repair[] {
	const { most = 8 } = options;
	const changes = changesOf(problem).sort((a, b) => effort[a.kind] - effort[b.kind]);
	const now = missed(problem, options);
	const found: Repair[] = [];
	const partial: Repair[] = [];
	for (const change of changes) {
		if (options.stop() || found.length >= most) break;
		const changed = withChange(problem, change);
		if (holds(changed, options) === 'yes') {
			found.push({ change, gives: 'all', missing: { charter: 0, promises: 0 } });
			continue;
		}
		if (found.length > 0) continue;
		const then = missed(changed, options);
		if (compare([then[0], then[1], 0], [now[0], now[1], 0]) < 0)
			partial.push({ change, gives: 'some', missing: { charter: then[0], promises: then[1] } });
	}
	if (found.length > 0) return found;
	return partial
		.sort((a, b) => a.missing.charter - b.missing.charter || a.missing.promises - b.missing.promises)
		.slice(0, most);
}

/** What a quick plan misses. */
function missed(problem: Problem, { stop }: AskOptions): Score {
	const model = modelOf(problem);
	const ground = groundOf(model, 20_000);
	const random = new Random(1);
	const rounds = 8 * model.teams.length;
	const first = firstPlan(ground, random);
	return scoreOf(model, improve(ground, first, { random, rounds, stop, onBest: () => {} }).solution);
}

/** Every single change that could help. */
function changesOf(problem: Problem): Change[] {
	const { companies, teams, days, rules, pins } = problem;
	const changes: Change[] = pins.map((_, pin) => ({ kind: 'drop-pin', pin }));
	for (const { id, rests } of teams) if (rests?.length) changes.push({ kind: 'drop-rests', team: id });
	days.forEach((_, day) => {
		changes.push({ kind: 'longer-day', day, minutes: 60, end: 'evening' });
		changes.push({ kind: 'longer-day', day, minutes: 30, end: 'morning' });
	});
	for (const company of companies) {
		const { id, visits, teamsAtOnce, people } = company;
		if (visits[1] < teams.length) changes.push({ kind: 'more-visits', company: id, visits: visits[1] + 1 });
		if (teamsAtOnce < teams.length)
			changes.push({ kind: 'two-at-once', company: id, teams: teamsAtOnce + 1 });
		const largest = Math.max(0, ...teams.map(({ size }) => size));
		if (people < largest) changes.push({ kind: 'more-people', company: id, people: largest });
		if (visits[0] > 0) changes.push({ kind: 'release', company: id });
		days.forEach((_, day) => {
			for (const part of ['morning', 'afternoon'] as const) {
				const starts = newStarts(problem, company, day, part);
				if (starts.length > 0) changes.push({ kind: 'ask-start', company: id, day, part, starts });
			}
		});
	}
	if (rules.spread < rules.visits[1] - rules.visits[0])
		changes.push({ kind: 'wider-spread', spread: rules.spread + 1 });
	if (rules.sectors > 1) changes.push({ kind: 'fewer-sectors', sectors: rules.sectors - 1 });
	return changes;
}

/** Starts of a half-day on which the company offers none. */
function newStarts(
	{ days }: Problem,
	{ starts, minutes }: Problem['companies'][number],
	day: number,
	part: 'morning' | 'afternoon'
): number[] {
	const { start, end } = days[day]!;
	const [from, to] = part === 'morning' ? [start, Math.min(end, NOON)] : [Math.max(start, NOON), end];
	if (starts.some(([on, at]) => on === day && at >= from && at < to)) return [];
	const first = Math.ceil(from / GRID) * GRID;
	return Array.from(
		{ length: Math.max(0, Math.floor((to - minutes - first) / GRID) + 1) },
		(_, i) => first + i * GRID
	);
}

/** The problem once the change is obtained. */
export function withChange(problem: Problem, change: Change): Problem {
	const company = (
		edit: (of: Problem['companies'][number]) => Partial<Problem['companies'][number]>
	): Problem => ({
		...problem,
		companies: problem.companies.map((of) =>
			'company' in change && of.id === change.company ? { ...of, ...edit(of) } : of
		)
	});
	switch (change.kind) {
		case 'drop-pin':
			return { ...problem, pins: problem.pins.filter((_, pin) => pin !== change.pin) };
		case 'drop-rests':
			return {
				...problem,
				teams: problem.teams.map((team) => (team.id === change.team ? { ...team, rests: [] } : team))
			};
		case 'longer-day':
			return {
				...problem,
				days: problem.days.map((day, i) =>
					i !== change.day
						? day
						: change.end === 'evening'
							? { ...day, end: Math.min(1440, day.end + change.minutes) }
							: { ...day, start: Math.max(0, day.start - change.minutes) }
				)
			};
		case 'ask-start':
			return company(({ starts }) => ({
				starts: [...starts, ...change.starts.map((start): [number, number] => [change.day, start])]
			}));
		case 'two-at-once':
			return company(({ people }) => ({
				teamsAtOnce: change.teams,
				people: Math.max(people, crowdOf(problem, change.teams))
			}));
		case 'more-visits':
			return company(({ visits }) => ({ visits: [visits[0], change.visits] }));
		case 'more-people':
			return company(() => ({ people: change.people }));
		case 'release':
			return company(({ visits }) => ({ visits: [0, visits[1]] }));
		case 'fewer-sectors':
			return { ...problem, rules: { ...problem.rules, sectors: change.sectors } };
		case 'wider-spread':
			return { ...problem, rules: { ...problem.rules, spread: change.spread } };
	}
}

/** People of the so many largest teams. */
const crowdOf = ({ teams }: Problem, most: number): number =>
	teams
		.map(({ size }) => size)
		.sort((a, b) => b - a)
		.slice(0, most)
		.reduce((sum, size) => sum + size, 0);
