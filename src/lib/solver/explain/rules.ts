import type { Problem } from '../problem';

/** A rule that can be let go of, as a fact. Days are indices of the problem. */
export type NamedRule =
	| { kind: 'visits' | 'visits-each-day' | 'sectors' | 'spread' | 'buffer' }
	| { kind: 'least-visits' | 'most-visits' | 'at-once' | 'excludes'; company: string }
	| { kind: 'pin'; pin: number }
	/** The rests put in a team's days. */
	| { kind: 'rests'; team: string }
	| { kind: 'hours' | 'lunch' | 'most-visits-of-day'; day: number };

/** Minutes added at each end of a day when its hours are let go of: nobody asks for the night. */
export const WIDER = 120;

/** Every rule of a problem that says something. */
export function rulesOf({ rules, companies, pins, days, teams, buffer }: Problem): NamedRule[] {
	const all: (NamedRule | false)[] = [
		rules.visits[0] > 0 && { kind: 'visits' },
		rules.visitsPerDay > 0 && { kind: 'visits-each-day' },
		rules.sectors > 1 && { kind: 'sectors' },
		rules.spread < rules.visits[1] - rules.visits[0] && { kind: 'spread' },
		...pins.map((_, pin) => ({ kind: 'pin', pin }) as const),
		...teams.flatMap(({ id, rests }) => (rests?.length ? [{ kind: 'rests', team: id } as const] : [])),
		...companies.flatMap(({ id, visits, teamsAtOnce, people, excludes }): (NamedRule | false)[] => [
			visits[0] > 0 && { kind: 'least-visits', company: id },
			excludes.length > 0 && { kind: 'excludes', company: id },
			visits[1] < teams.length && { kind: 'most-visits', company: id },
			(teamsAtOnce < teams.length || people < crowd(teams)) && { kind: 'at-once', company: id }
		]),
		...days.flatMap(({ lunch, maxVisits }, day): (NamedRule | false)[] => [
			lunch !== null && { kind: 'lunch', day },
			maxVisits < rules.visits[1] && { kind: 'most-visits-of-day', day },
			{ kind: 'hours', day }
		]),
		buffer > 0 && { kind: 'buffer' }
	];
	return all.filter((rule) => rule !== false);
}

const crowd = (teams: Problem['teams']): number => teams.reduce((sum, { size }) => sum + size, 0);

/** The problem without these rules. */
export function without(problem: Problem, dropped: readonly NamedRule[]): Problem {
	const gone = (kind: NamedRule['kind']) => dropped.some((rule) => rule.kind === kind);
	const goneAt = (kind: NamedRule['kind'], company: string) =>
		dropped.some((rule) => rule.kind === kind && 'company' in rule && rule.company === company);
	const goneOn = (kind: NamedRule['kind'], day: number) =>
		dropped.some((rule) => rule.kind === kind && 'day' in rule && rule.day === day);
	const { rules, teams } = problem;
	return {
		...problem,
		buffer: gone('buffer') ? 0 : problem.buffer,
		rules: {
			visits: [gone('visits') ? 0 : rules.visits[0], rules.visits[1]],
			visitsPerDay: gone('visits-each-day') ? 0 : rules.visitsPerDay,
			sectors: gone('sectors') ? 0 : rules.sectors,
			spread: gone('spread') ? rules.visits[1] : rules.spread
		},
		teams: teams.map((team) =>
			dropped.some((rule) => rule.kind === 'rests' && rule.team === team.id) ? { ...team, rests: [] } : team
		),
		pins: problem.pins.filter((_, pin) => !dropped.some((rule) => rule.kind === 'pin' && rule.pin === pin)),
		companies: problem.companies.map((company) => ({
			...company,
			visits: [
				goneAt('least-visits', company.id) ? 0 : company.visits[0],
				goneAt('most-visits', company.id) ? Math.max(teams.length, company.visits[1]) : company.visits[1]
			],
			excludes: goneAt('excludes', company.id) ? [] : company.excludes,
			...(goneAt('at-once', company.id) && { teamsAtOnce: teams.length, people: crowd(teams) })
		})),
		days: problem.days.map((day, i) => ({
			...day,
			...(goneOn('hours', i) && {
				start: Math.max(0, day.start - WIDER),
				end: Math.min(1440, day.end + WIDER)
			}),
			...(goneOn('lunch', i) && { lunch: null }),
			...(goneOn('most-visits-of-day', i) && { maxVisits: rules.visits[1] })
		}))
	};
}
