import {
	cellsOf,
	type CellChange,
	type CellKey,
	type Cells,
	type DraftVisit
} from '../../domain/draft/cells';
import type { Want } from '../../domain/draft/wants';
import type { Visit } from '../plan';
import type { Pin, Problem } from '../problem';
import type { HandPlan } from './judge';

/**
 * The problem whose plan answers the wish. Whatever is to be kept is a pin; to repair, each visit as it stands is as if
 * announced, so that changing one is a promise broken, while a further visit costs nothing by itself.
 */
export function problemToAsk(problem: Problem, { visits }: HandPlan, cells: Cells, want: Want): Problem {
	const known = visits.filter(
		({ team, company, day }) =>
			problem.days[day] !== undefined &&
			problem.teams.some(({ id }) => id === team) &&
			problem.companies.some(({ id }) => id === company)
	);
	return {
		...problem,
		pins: pinsOf(cells, known),
		published:
			want === 'repair' ? known.map(({ team, company, day, start, end }) => ({ team, company, day, start, end })) : [], // prettier-ignore
		comfort: { ...problem.comfort, newVisit: 0 }
	};
}

function pinsOf(cells: Cells, visits: HandPlan['visits']): Pin[] {
	return cellsOf(cells, 'visit').flatMap(([id, { pinned }]): Pin[] => {
		const visit = visits.find((of) => of.id === id);
		if (!visit || pinned.length === 0) return [];
		const { team, company, day, start } = visit;
		const order = visits.filter((of) => of.team === team && of.day === day && of.start < start).length;
		return [
			{
				company,
				...(pinned.includes('team') && { team }),
				...(pinned.includes('day') && { day }),
				...(pinned.includes('start') && { start }),
				...(pinned.includes('order') && { order })
			}
		];
	});
}

/**
 * What leads from the draft to the plan found, visit by visit: a team's visit to the same company that changes hour, then
 * a company's visit that changes team, then what is added and what goes.
 * @param dates of the visiting days, in order. @param newId gives the id of each visit added.
 */
export function changesToward(
	cells: Cells,
	found: readonly Visit[],
	dates: readonly string[],
	newId: () => string
): CellChange[] {
	let left = cellsOf(cells, 'visit');
	let todo = [...found];
	const changes: CellChange[] = [];
	/** Pairs what matches, the closest of several not being worth more than any. */
	const pair = (matches: (old: DraftVisit, visit: Visit) => boolean) => {
		for (const visit of [...todo]) {
			const old = left.find(([, cell]) => matches(cell, visit));
			if (!old) continue;
			left = left.filter((one) => one !== old);
			todo = todo.filter((one) => one !== visit);
			const [id, before] = old;
			const { team, day, start, end } = visit;
			const date = dates[day]!;
			if (before.team === team && before.date === date && before.start === start && before.end === end)
				continue;
			changes.push({ key: `visit:${id}`, before, after: { ...before, team, date, start, end } });
		}
	};
	pair((old, { team, company, day, start }) => old.team === team && old.companyId === company && old.date === dates[day] && old.start === start); // prettier-ignore
	pair((old, { team, company }) => old.team === team && old.companyId === company);
	pair((old, { company }) => old.companyId === company);
	for (const { team, company, day, start, end } of todo) {
		const key: CellKey = `visit:${newId()}`;
		const after = { team, companyId: company, date: dates[day]!, start, end, pinned: [] };
		changes.push({ key, before: null, after });
	}
	for (const [id, before] of left) changes.push({ key: `visit:${id}`, before, after: null });
	return changes;
}
