import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSafe, maskBreakdown } from '$lib/domain/figures/mask';
import { known, type Measured } from '$lib/domain/figures/measured';
import type { Breakdown } from '$lib/domain/figures/rally-figures';
import { principleKeys } from '$lib/domain/fidelity/principles';
import { levelCounts, rowScores } from '$lib/domain/network/compliance';
import { consolidate, consolidatedKeys, coverageWords, totalOf, type ConsolidatedColumn } from '$lib/domain/network/consolidated'; // prettier-ignore
import { maskedTotals } from '$lib/domain/network/masked-totals';
import { rightInForce } from '$lib/domain/network/name-right';
import { overlapsOf } from '$lib/domain/network/territory';
import { measured, someFigures } from './builders';

/** The network's consolidated table of 2019 (AIS#Emploi, l. 844-855), line by line as printed. */
const printed: Record<string, [number, ...(number | 'nc' | 'ne')[]]> = {
	'VITA Air': [11, 474, 'nc', 45, 79],
	'Parcours gardien': [16, 36, 28, 90, 30],
	TAPAJ: [40, 350, 'nc', 114, 37],
	SOLENI: [2, 8, 'nc', 6, 2],
	RallyesPE: [7, 120, 'ne', 72, 48],
	LREF: [9, 70, 'ne', 27, 18],
	JeunESS: [0, 0, 0, 0, 0],
	'A.CO.R.': [0, 0, 0, 0, 0]
};
const lines = Object.values(printed).map(
	(line) =>
		Object.fromEntries(consolidatedKeys.map((key, i) => [key, measured(line[i]!)])) as Record<
			ConsolidatedColumn,
			Measured
		>
);

describe('the network’s own table', () => {
	const total = totalOf(lines);

	test('adds up to what it prints', () => {
		const values = consolidatedKeys.map((key) => total[key].total);
		expect(values).toEqual([85, 1058, 28, 354, 214].map((value) => known(value)));
	});

	test('says that the returns to work of all are those of one structure out of six', () => {
		expect(coverageWords(total.solutions)).toBe('1 structure sur 6 renseignée');
		expect(coverageWords(total.people)).toBe('');
	});

	test('does not become what its text says: 1 082 is another source', () => {
		expect(total.people.total).not.toEqual(known(1082));
	});
});

test('planned and done are two tables, and a rally without a bilan is « nc », not zero', () => {
	const one = {
		organizationId: 'o1',
		organization: 'Bleue',
		on: '2027-07-01',
		figures: someFigures({ participants: { planned: known(20), done: known(16) } }).figures
	};
	const silent = { ...one, organizationId: 'o2', organization: 'Rouge', figures: null, on: null };
	const done = consolidate([one, { ...one, figures: null, on: null }, silent], 'done');
	expect(done.rows.map(({ name, rallies, sent }) => [name, rallies, sent])).toEqual([
		['Bleue', 2, 1],
		['Rouge', 1, 0]
	]);
	expect(done.rows[0]!.cells.people).toEqual({ total: known(16), answered: 1, asked: 2 });
	expect(done.rows[1]!.cells.people.total).toEqual({ is: 'nc' });
	expect(done.total.structures.total).toEqual(known(2));
	expect(coverageWords(done.total.people)).toBe('1 structure sur 2 renseignée');
	expect(done.sources.people).toEqual({ bilans: 1, from: '2027-07-01', to: '2027-07-01' });
	expect(consolidate([one], 'planned').total.people.total).toEqual(known(20));
});

test('89 job seekers in four rallies (AIS#Emploi 2019, l. 245): what one of them tells is not made theirs', () => {
	const rally = (name: string, people: Measured) => ({
		organizationId: name,
		organization: name,
		on: '2019-03-01',
		figures: someFigures({ participants: { planned: people, done: people } }).figures
	});
	const people = (...each: (number | 'nc')[]) =>
		consolidate(
			each.map((one, i) => rally(`s${i}`, measured(one))),
			'done'
		).total.people;
	// Only Thyez is told: 16. Neither the three others' 73 nor an average of 22.25 is guessed.
	expect(people(16, 'nc', 'nc', 'nc')).toEqual({ total: known(16), answered: 1, asked: 4 });
	expect(coverageWords(people(16, 'nc', 'nc', 'nc'))).toBe('1 structure sur 4 renseignée');
	// Any three sizes that make 73 make the 89 printed (these are invented).
	expect(people(16, 24, 24, 25).total).toEqual(known(89));
});

test('few solutions are hidden, with what would give them back by subtraction', () => {
	const structure = (name: string, solutions: number) => ({
		organizationId: name,
		organization: name,
		on: '2027-07-01',
		figures: someFigures({
			participants: { planned: known(20), done: known(16) },
			solutions: { planned: known(0), done: known(solutions) }
		}).figures
	});
	const done = (...all: [string, number][]) => consolidate(all.map(([name, count]) => structure(name, count)), 'done'); // prettier-ignore
	const { rows, total } = done(['a', 2], ['b', 7], ['c', 9], ['d', 4]);
	expect(rows.map(({ cells }) => cells.solutions.masked ?? false)).toEqual([true, false, false, true]);
	expect(JSON.stringify(rows[0]!.cells.solutions.total)).not.toContain('2');
	expect(total.solutions.total).toEqual(known(22));
	// One small group alone: its bilan hides it, and neither its structure's sum nor the total gives it back.
	const lone = done(['a', 2], ['a', 9], ['b', 7]);
	expect(lone.rows[0]!.cells.solutions.masked).toBe(true);
	expect(lone.total.solutions.masked).toBe(true);
	const alone = consolidate([structure('a', 2)], 'done');
	expect([alone.rows[0]!.cells.solutions.masked, alone.total.solutions.masked]).toEqual([true, true]);
});

describe('totals over bilans whose small groups are hidden', () => {
	const aBreakdown = fc
		.tuple(fc.array(fc.nat(12), { minLength: 3, maxLength: 3 }), fc.nat(6))
		.map(([counts, unknown]): Breakdown => ({
			population: counts.reduce((a, b) => a + b, 0) + unknown,
			parts: counts.map((count, i) => ({ key: `k${i}`, label: `k${i}`, count })),
			unknown
		}));

	test('never give back a group by taking away what each bilan shows', () => {
		fc.assert(
			fc.property(fc.array(aBreakdown, { minLength: 1, maxLength: 6 }), (breakdowns) => {
				const totals = maskedTotals(breakdowns, false);
				totals.parts.forEach(({ count }, at) => {
					if (count === null) return;
					expect(count).toBe(breakdowns.reduce((sum, one) => sum + one.parts[at]!.count, 0));
					const hidden = breakdowns.flatMap((one) =>
						maskBreakdown(one, false).parts[at]!.count === null ? [one.parts[at]!.count] : []
					);
					expect(hidden.length === 0 || isSafe(hidden)).toBe(true);
				});
			})
		);
	});

	test('say what can be said', () => {
		const breakdown = (women: number, men: number): Breakdown => ({
			population: women + men,
			parts: [
				{ key: 'woman', label: 'Femmes', count: women },
				{ key: 'man', label: 'Hommes', count: men }
			],
			unknown: 0
		});
		const clear = maskedTotals([breakdown(10, 8), breakdown(9, 9)], false);
		expect(clear.parts.map(({ count }) => count)).toEqual([19, 17]);
		// 14 women and 2 men (Thyez): the total would give the two men back.
		const thyez = maskedTotals([breakdown(14, 2), breakdown(9, 9)], false);
		expect(thyez.parts.map(({ count }) => count)).toEqual([null, null]);
	});
});

test('each score of the grid stays with who gave it', () => {
	const rows = rowScores(
		[{ principle: 'days', proposed: '4', own: '2', comment: 'un jour de moins' }],
		[{ principle: 'days', level: '3', comment: '', version: 1 }]
	);
	expect(rows).toHaveLength(19);
	expect(rows.find(({ principle }) => principle === 'days')).toMatchObject({ proposed: '4', own: '2', federation: '3' }); // prettier-ignore
	const counts = levelCounts([rows, rowScores([])], 'own');
	expect(counts.days).toMatchObject({ '2': 1, none: 1, '4': 0 });
	expect(principleKeys.every((key) => Object.values(counts[key]).reduce((a, b) => a + b) === 2)).toBe(true);
});

test('the right to the name is the decision that began last', () => {
	const at = (day: string) => new Date(`${day}T09:00:00Z`);
	const decision = (state: 'granted' | 'suspended' | 'withdrawn', heldFrom: string, written = heldFrom) => ({
		state,
		heldFrom,
		reason: '',
		by: 'Fédération',
		at: at(written)
	});
	const all = [decision('granted', '2027-01-01'), decision('withdrawn', '2027-09-01', '2027-06-01')];
	expect(rightInForce(all, '2026-12-31')).toBeNull();
	expect(rightInForce(all, '2027-08-31')?.state).toBe('granted');
	expect(rightInForce(all, '2027-09-01')?.state).toBe('withdrawn');
	const sameDay = [...all, decision('suspended', '2027-09-01', '2027-09-02')];
	expect(rightInForce(sameDay, '2027-10-01')?.state).toBe('suspended');
});

test('a territory that another covers is told, a CREPI first', () => {
	const organization = (id: string, network: 'mife' | 'crepi' | 'siae') =>
		[id, { id, name: id, network }] as const;
	const known = new Map([organization('a', 'mife'), organization('b', 'siae'), organization('c', 'crepi')]);
	const at = (organizationId: string, kind: 'department' | 'commune', code: string) => ({ organizationId, kind, code, name: '' }); // prettier-ignore
	const all = [at('a', 'commune', '07019'), at('b', 'commune', '07019'), at('c', 'department', '07'), at('b', 'department', '26')]; // prettier-ignore
	expect(overlapsOf('a', all, known).map((one) => `${one.with.id} ${one.code}`)).toEqual([
		'c 07019',
		'b 07019'
	]);
	expect(overlapsOf('c', all, known).map((one) => `${one.with.id} ${one.code}`)).toEqual([
		'a 07019',
		'b 07019'
	]);
	expect(overlapsOf('a', [at('a', 'commune', '2A004'), at('b', 'department', '2A')], known)).toHaveLength(1);
});
