import type { Visit } from '../plan';

/** One thing that changes for a team. `moved`: same company; `replaced`: another company on the same day. */
export type Change =
	| { kind: 'moved' | 'replaced'; team: string; before: Visit; after: Visit }
	| { kind: 'added'; team: string; before: null; after: Visit }
	| { kind: 'removed'; team: string; before: Visit; after: null };

export interface Difference {
	/** Every team of either plan. */
	teams: { team: string; kept: Visit[]; changes: Change[] }[];
	/** The changes of all teams, in the same order. */
	changes: Change[];
	/** Who must be told: the plans of all others are the same to the minute. */
	warned: { teams: string[]; companies: string[] };
}

/** What changes from one plan to another, told so that applying it to the first gives the second. */
export function difference(before: readonly Visit[], after: readonly Visit[]): Difference {
	const ids = [...new Set([...before, ...after].map(({ team }) => team))];
	const teams = ids.map((team) => {
		const own = (visits: readonly Visit[]) => visits.filter((visit) => visit.team === team).sort(byTime);
		return { team, ...changesOf(team, own(before), own(after)) };
	});
	const changes = teams.flatMap((team) => team.changes);
	const companies = changes.flatMap((change) => [change.before?.company, change.after?.company]);
	return {
		teams,
		changes,
		warned: {
			teams: [...new Set(changes.map(({ team }) => team))],
			companies: [...new Set(companies.filter((company) => company !== undefined))]
		}
	};
}

/** The plan once the changes are made; visits in no particular order. Throws when it is not the plan they start from. */
export function applied(before: readonly Visit[], changes: readonly Change[]): Visit[] {
	const visits = [...before];
	for (const { before: gone } of changes) {
		if (!gone) continue;
		const at = visits.findIndex((visit) => visit.team === gone.team && same(visit, gone));
		if (at < 0) throw new Error(`not in the plan: ${gone.team} at ${gone.company}`);
		visits.splice(at, 1);
	}
	return [...visits, ...changes.flatMap(({ after }) => (after ? [after] : []))];
}

function changesOf(team: string, before: Visit[], after: Visit[]): { kept: Visit[]; changes: Change[] } {
	const gone = [...before];
	const come = [...after];
	const kept = pair(gone, come, (a, b) => (same(a, b) ? 0 : null)).map(([visit]) => visit);
	const moved = pair(gone, come, (a, b) =>
		a.company === b.company ? Math.abs(a.day - b.day) * 1440 + Math.abs(a.start - b.start) : null
	);
	const replaced = pair(gone, come, (a, b) => (a.day === b.day ? Math.abs(a.start - b.start) : null));
	const changes: Change[] = [
		...moved.map(([a, b]) => ({ kind: 'moved' as const, team, before: a, after: b })),
		...replaced.map(([a, b]) => ({ kind: 'replaced' as const, team, before: a, after: b })),
		...gone.map((visit) => ({ kind: 'removed' as const, team, before: visit, after: null })),
		...come.map((visit) => ({ kind: 'added' as const, team, before: null, after: visit }))
	];
	return { kept, changes: changes.sort((a, b) => byTime((a.before ?? a.after)!, (b.before ?? b.after)!)) };
}

/** Takes out of both lists the visits that go together, the closest first; `apart` is null when they do not. */
function pair(
	gone: Visit[],
	come: Visit[],
	apart: (a: Visit, b: Visit) => number | null
): [gone: Visit, come: Visit][] {
	const candidates = gone
		.flatMap((a) => come.map((b) => ({ a, b, far: apart(a, b) })))
		.filter(({ far }) => far !== null)
		.sort((x, y) => x.far! - y.far! || byTime(x.a, y.a) || byTime(x.b, y.b));
	const pairs: [Visit, Visit][] = [];
	for (const { a, b } of candidates) {
		if (!gone.includes(a) || !come.includes(b)) continue;
		gone.splice(gone.indexOf(a), 1);
		come.splice(come.indexOf(b), 1);
		pairs.push([a, b]);
	}
	return pairs.sort(([a], [b]) => byTime(a, b));
}

const byTime = (a: Visit, b: Visit): number => a.day - b.day || a.start - b.start;

const same = (a: Visit, b: Visit): boolean =>
	a.company === b.company && a.day === b.day && a.start === b.start && a.end === b.end;
