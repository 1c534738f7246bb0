import type { Problem } from '../problem';
import type { NamedRule } from './rules';

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
	/** `from` is what was asked. */
	| { kind: 'fewer-sectors'; sectors: number; from: number }
	| { kind: 'shorter-lunch'; day: number; minutes: number }
	/** Minutes kept before each visit, and what was asked. */
	| { kind: 'smaller-buffer'; minutes: number; from: number }
	| { kind: 'wider-spread'; spread: number };

/** What each kind asks of people: an organizer's own choice, a colleague's hour, a favour of a company, a promise. */
export const effort: Record<Change['kind'], number> = {
	'drop-pin': 1,
	'drop-rests': 1,
	'longer-day': 2,
	'shorter-lunch': 2,
	'smaller-buffer': 2,
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
/** What a margin is taken down by, and a lunch, minutes; a lunch is never shorter than the least. */
const MARGIN_STEP = 5;
const LUNCH_STEP = 15;
const LEAST_LUNCH = 30;

/** One rule let go of more and more: what a step allows, the next ones allow too. */
export type Ladder = [Change, ...Change[]];

/** The rule that a change lets go of; null when it adds what the rally does not have. */
export function ruleOf(change: Change): NamedRule | null {
	switch (change.kind) {
		case 'drop-pin':
			return { kind: 'pin', pin: change.pin };
		case 'drop-rests':
			return { kind: 'rests', team: change.team };
		case 'longer-day':
			return { kind: 'hours', day: change.day };
		case 'shorter-lunch':
			return { kind: 'lunch', day: change.day };
		case 'ask-start':
			return null;
		case 'two-at-once':
		case 'more-people':
			return { kind: 'at-once', company: change.company };
		case 'more-visits':
			return { kind: 'most-visits', company: change.company };
		case 'release':
			return { kind: 'least-visits', company: change.company };
		case 'fewer-sectors':
			return { kind: 'sectors' };
		case 'wider-spread':
			return { kind: 'spread' };
		case 'smaller-buffer':
			return { kind: 'buffer' };
	}
}

/** Every single change that could help. */
export function laddersOf(problem: Problem): Ladder[] {
	const { companies, teams, days, rules, pins, buffer } = problem;
	const ladders: Ladder[] = pins.map((_, pin): Ladder => [{ kind: 'drop-pin', pin }]);
	const add = (steps: Change[]) => {
		const [first, ...others] = steps;
		if (first) ladders.push([first, ...others]);
	};
	for (const { id, rests } of teams) if (rests?.length) add([{ kind: 'drop-rests', team: id }]);
	days.forEach(({ lunch }, day) => {
		add([{ kind: 'longer-day', day, minutes: 60, end: 'evening' }]);
		add([{ kind: 'longer-day', day, minutes: 30, end: 'morning' }]);
		const shorter = under(lunch?.minutes ?? 0, LUNCH_STEP).filter((minutes) => minutes >= LEAST_LUNCH);
		add(shorter.map((minutes) => ({ kind: 'shorter-lunch', day, minutes })));
	});
	add(under(buffer, MARGIN_STEP).map((minutes) => ({ kind: 'smaller-buffer', minutes, from: buffer })));
	for (const company of companies) {
		const { id, visits, teamsAtOnce, people } = company;
		add(over(visits[1], teams.length).map((most) => ({ kind: 'more-visits', company: id, visits: most })));
		add(over(teamsAtOnce, teams.length).map((most) => ({ kind: 'two-at-once', company: id, teams: most })));
		const largest = Math.max(0, ...teams.map(({ size }) => size));
		if (people < largest) add([{ kind: 'more-people', company: id, people: largest }]);
		if (visits[0] > 0) add([{ kind: 'release', company: id }]);
		days.forEach((_, day) => {
			for (const part of ['morning', 'afternoon'] as const) {
				const starts = newStarts(problem, company, day, part);
				if (starts.length > 0) add([{ kind: 'ask-start', company: id, day, part, starts }]);
			}
		});
	}
	add(
		over(rules.spread, rules.visits[1] - rules.visits[0]).map((spread) => ({ kind: 'wider-spread', spread }))
	);
	const fewer = under(rules.sectors, 1).filter((sectors) => sectors > 0);
	add(fewer.map((sectors) => ({ kind: 'fewer-sectors', sectors, from: rules.sectors })));
	return ladders;
}

/** Whole numbers over one, up to another. */
const over = (value: number, most: number): number[] =>
	Array.from({ length: Math.max(0, most - value) }, (_, i) => value + 1 + i);

/** Multiples of a step under a number, the greatest first, down to 0. */
const under = (value: number, step: number): number[] =>
	Array.from({ length: Math.ceil(value / step) }, (_, i) => (Math.ceil(value / step) - 1 - i) * step);

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
		case 'shorter-lunch':
			return {
				...problem,
				days: problem.days.map((day, i) =>
					i === change.day && day.lunch ? { ...day, lunch: { ...day.lunch, minutes: change.minutes } } : day
				)
			};
		case 'smaller-buffer':
			return { ...problem, buffer: change.minutes };
	}
}

/** People of the so many largest teams. */
const crowdOf = ({ teams }: Problem, most: number): number =>
	teams
		.map(({ size }) => size)
		.sort((a, b) => b - a)
		.slice(0, most)
		.reduce((sum, size) => sum + size, 0);
