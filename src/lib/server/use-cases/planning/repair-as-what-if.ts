import { visitingHours } from '$lib/domain/calendar';
import type { Dossier } from '$lib/domain/dossier';
import { supposing, type WhatIf } from '$lib/domain/scenario/what-if';
import { withChange, type Change } from '$lib/solver/explain/changes';
import type { Problem } from '$lib/solver/problem';
import { visitedDays } from './problem-of-rally';

/** A repair that the planner found, as something supposed of the rally; null when only the problem can say it. */
export function repairAsWhatIf(dossier: Dossier, problem: Problem, change: Change): WhatIf | null {
	const days = visitedDays(dossier);
	const changed = (company: string) =>
		withChange(problem, change).companies.find(({ id }) => id === company)!;
	switch (change.kind) {
		// Pins and breaks belong to a plan, not to the rally.
		case 'drop-pin':
		case 'drop-rests':
			return null;
		case 'longer-day': {
			const { date } = days[change.day]!;
			const whatIf: WhatIf = { kind: 'longer-day', date, minutes: change.minutes, end: change.end };
			const hours = (of: Dossier) => visitingHours(visitedDays(of)[change.day]!)!;
			const [before, after] = [hours(dossier), hours(supposing(dossier, [whatIf]))];
			// A day that ends at noon because of what follows is not made longer by its evening.
			return before.start === after.start && before.end === after.end ? null : whatIf;
		}
		case 'ask-start': {
			const { minutes } = changed(change.company);
			return {
				kind: 'slot-added',
				companyId: change.company,
				date: days[change.day]!.date,
				from: change.starts[0]!,
				to: change.starts.at(-1)! + minutes
			};
		}
		case 'two-at-once': {
			const { people } = changed(change.company);
			return { kind: 'teams-at-once', companyId: change.company, teams: change.teams, people };
		}
		case 'more-visits':
			return { kind: 'visits-at-most', companyId: change.company, visits: change.visits };
		case 'more-people':
			return { kind: 'people-at-once', companyId: change.company, people: change.people };
		case 'release':
			return { kind: 'nothing-promised', companyId: change.company };
		case 'fewer-sectors':
			return { kind: 'fewer-sectors', sectors: change.sectors };
		case 'shorter-lunch':
			return { kind: 'shorter-lunch', date: days[change.day]!.date, minutes: change.minutes };
		case 'smaller-buffer':
			return { kind: 'smaller-buffer', minutes: change.minutes };
		case 'wider-spread':
			return { kind: 'wider-spread', spread: change.spread };
	}
}
