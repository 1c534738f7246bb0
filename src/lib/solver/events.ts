import { begun, type Problem } from './problem';

/** Something that happens once a plan is announced. Minutes since midnight; days are indices of the problem. */
export type Event =
	| { kind: 'company-gone'; company: string }
	/** A company cannot receive between two minutes of a day, which is also how it asks for a quiet half-day. */
	| { kind: 'company-closed'; company: string; day: number; from: number; to: number }
	/** Nobody visits between two minutes of a day: snow, a strike, a half-day given up. */
	| { kind: 'half-day-gone'; day: number; from: number; to: number }
	/** A team cannot ride any more on these days: its car, or its accompanist, and nobody in their place. */
	| { kind: 'team-off'; team: string; days: number[] }
	| { kind: 'fewer-people'; team: string; people: number }
	/** A team leaves where it is so late on that day. */
	| { kind: 'late'; team: string; day: number; freeAt: number };

/**
 * The problem once something has happened. What has begun is not undone: it stays among the visits announced, with
 * `now` telling where the past ends. Solved with `published`, it gives the plan with the fewest changes.
 */
export function after(problem: Problem, event: Event): Problem {
	const { companies, teams } = problem;
	const without = (lost: (day: number, start: number, minutes: number) => boolean, of?: string): Problem => ({
		...problem,
		companies: companies.map((company) => {
			if (of !== undefined && company.id !== of) return company;
			const starts = company.starts.filter(
				([day, start]) => begun(problem, day, start) || !lost(day, start, company.minutes)
			);
			return starts.length === company.starts.length ? company : promising({ ...company, starts });
		})
	});
	const between = (day: number, from: number, to: number) => (on: number, start: number, minutes: number) =>
		on === day && start < to && start + minutes > from;
	const changed = (team: string, change: (team: Problem['teams'][number]) => Problem['teams'][number]) => ({
		...problem,
		teams: teams.map((one) => (one.id === team ? change(one) : one))
	});
	switch (event.kind) {
		case 'company-gone':
			return without(() => true, event.company);
		case 'company-closed':
			return without(between(event.day, event.from, event.to), event.company);
		case 'half-day-gone':
			return without(between(event.day, event.from, event.to));
		case 'team-off':
			return changed(event.team, (team) => ({ ...team, hours: away(problem, team, event.days) }));
		case 'fewer-people':
			return changed(event.team, (team) => ({ ...team, size: Math.max(0, team.size - event.people) }));
		case 'late':
			return changed(event.team, (team) => ({ ...team, freeFrom: [event.day, event.freeAt] }));
	}
}

/** Nobody is owed more visits than the starts they still offer. */
function promising(company: Problem['companies'][number]): Problem['companies'][number] {
	const most = company.starts.length * company.teamsAtOnce;
	return { ...company, visits: [Math.min(company.visits[0], most), company.visits[1]] };
}

function away({ days }: Problem, { hours }: Problem['teams'][number], gone: readonly number[]) {
	return days.map(({ start, end }, day): [number, number] | null =>
		gone.includes(day) ? null : hours ? (hours[day] ?? null) : [start, end]
	);
}
