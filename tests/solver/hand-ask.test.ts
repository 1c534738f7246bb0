import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applied, cellsOf, type Cells } from '$lib/domain/draft/cells';
import { changesToward, problemToAsk } from '$lib/solver/hand/ask';
import type { Visit } from '$lib/solver/plan';
import { tinyProblem } from './problems';

const dates = ['2027-06-08', '2027-06-09'];
const aVisit = fc.record({
	team: fc.constantFrom('T1', 'T2'),
	company: fc.constantFrom('E0', 'E1', 'E2'),
	day: fc.nat(1),
	start: fc.constantFrom(540, 600, 780)
});
const somePlan = fc
	.uniqueArray(aVisit, { maxLength: 6, selector: ({ team, company }) => `${team} ${company}` })
	.map((visits) => visits.map((visit): Visit => ({ ...visit, end: visit.start + 60 })));
const asCells = (visits: Visit[]): Cells =>
	Object.fromEntries(
		visits.map(({ team, company, day, start, end }, i) => [
			`visit:v${i}`,
			{ team, companyId: company, date: dates[day]!, start, end, pinned: [] }
		])
	);
const told = (visits: { team: string; company: string; day: number; start: number }[]) =>
	visits.map(({ team, company, day, start }) => [team, company, day, start].join(' ')).sort();

test('what leads to a plan leads to it, each cell once, and what stays is not touched', () => {
	fc.assert(
		fc.property(somePlan, somePlan, (before, found) => {
			const cells = asCells(before);
			let next = 0;
			const changes = changesToward(cells, found, dates, () => `n${next++}`);
			const after = applied(cells, changes);
			if (!after.ok) throw new Error('the changes do not apply');
			const visits = cellsOf(after.value, 'visit').map(([, { team, companyId, date, start }]) => ({ team, company: companyId, day: dates.indexOf(date), start })); // prettier-ignore
			expect(told(visits)).toEqual(told(found));
			expect(new Set(changes.map(({ key }) => key)).size).toBe(changes.length);
			const same = told(before).filter((visit) => told(found).includes(visit)).length;
			expect(changes.length).toBeLessThanOrEqual(before.length + found.length - 2 * same);
		})
	);
});

test('what is to be kept becomes pins of the parts named', () => {
	fc.assert(
		fc.property(tinyProblem, (problem) => {
			const company = problem.companies[0]!.id;
			const visit = { id: 'v0', team: 'T1', company, day: 0, start: 600, end: 660 };
			const cell = { team: 'T1', companyId: company, date: dates[0]!, start: 600, end: 660 };
			const ask = (pinned: ('team' | 'day' | 'start' | 'order')[]) =>
				problemToAsk(problem, { crews: [], visits: [visit] }, { 'visit:v0': { ...cell, pinned } }, 'repair');
			expect(ask([]).pins).toEqual([]);
			expect(ask(['team', 'order']).pins).toEqual([{ company, team: 'T1', order: 0 }]);
			expect(ask(['day', 'start']).pins).toEqual([{ company, day: 0, start: 600 }]);
			expect(ask([]).published).toEqual([{ team: 'T1', company, day: 0, start: 600, end: 660 }]);
		}),
		{ numRuns: 5 }
	);
});
