import type { Company, Problem } from '../problem';

/** A counted condition without which no plan can keep the charter and the promises. Days are indices. */
export type Shortage =
	| { kind: 'starts' | 'companies' | 'sectors'; wanted: number; offered: number }
	| { kind: 'starts-of-day'; day: number; wanted: number; offered: number }
	| { kind: 'companies-of-team' | 'sectors-of-team'; team: string; wanted: number; offered: number }
	| { kind: 'starts-of-company'; company: string; wanted: number; offered: number }
	| { kind: 'promised'; wanted: number; offered: number };

/**
 * What can be counted before solving: visits owed against visits that companies can receive, over the rally and by day;
 * companies and sectors open to each team; visits promised to companies against those that teams can make.
 */
export function foresee(problem: Problem): Shortage[] {
	const { companies, teams, rules, days } = problem;
	const [least, most] = rules.visits;
	const there = (team: Problem['teams'][number], day: number) => !team.hours || team.hours[day] !== null;
	const receives = (company: Company, team: Problem['teams'][number]) =>
		!company.excludes.includes(team.id) &&
		team.size <= company.people &&
		company.starts.some(([day]) => there(team, day));
	const offeredBy = (company: Company, day?: number) =>
		Math.min(
			mostVisits(company, day),
			company.visits[1],
			teams.filter((team) => receives(company, team) && (day === undefined || there(team, day))).length
		);
	const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
	const usable = companies.filter(({ starts }) => starts.length > 0);
	const sectorsOf = (of: Company[]) => new Set(of.map(({ sector }) => sector)).size;

	const overall: Shortage[] = [
		{ kind: 'starts', wanted: least * teams.length, offered: sum(companies.map((of) => offeredBy(of))) },
		{ kind: 'companies', wanted: teams.length > 0 ? least : 0, offered: usable.length },
		{ kind: 'sectors', wanted: teams.length > 0 ? rules.sectors : 0, offered: sectorsOf(usable) },
		{ kind: 'promised', wanted: sum(companies.map(({ visits }) => visits[0])), offered: most * teams.length }
	];
	const byDay = days.map((_, day): Shortage => ({
		kind: 'starts-of-day',
		day,
		wanted: rules.visitsPerDay * teams.filter((team) => there(team, day)).length,
		offered: sum(companies.map((of) => offeredBy(of, day)))
	}));
	const byTeam = teams.flatMap((team): Shortage[] => {
		const open = companies.filter((company) => receives(company, team));
		return [
			{ kind: 'companies-of-team', team: team.id, wanted: least, offered: open.length },
			{ kind: 'sectors-of-team', team: team.id, wanted: rules.sectors, offered: sectorsOf(open) }
		];
	});
	const byCompany = companies.map((company): Shortage => ({
		kind: 'starts-of-company',
		company: company.id,
		wanted: company.visits[0],
		offered: offeredBy(company)
	}));
	const short = [...overall, ...byDay, ...byTeam, ...byCompany].filter(
		({ wanted, offered }) => offered < wanted
	);
	// Too few companies for everybody says it for each team.
	const general = new Set(short.map(({ kind }) => kind));
	return short.filter(
		({ kind }) =>
			!(kind === 'companies-of-team' && general.has('companies')) &&
			!(kind === 'sectors-of-team' && general.has('sectors'))
	);
}

/** Visits a company can receive one after the other, times the teams it takes at once. */
function mostVisits({ starts, minutes, turnaround, teamsAtOnce }: Company, only?: number): number {
	let visits = 0;
	let day = -1;
	let free = 0;
	for (const [on, start] of [...starts].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
		if (only !== undefined && on !== only) continue;
		if (on !== day) [day, free] = [on, 0];
		if (start < free) continue;
		visits += teamsAtOnce;
		free = start + minutes + turnaround;
	}
	return visits;
}
