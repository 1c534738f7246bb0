import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '$lib/domain/calendar';
import { isWarning, milestoneInWords, milestones } from '$lib/domain/preparation/milestones';
import { phaseKeys } from '$lib/domain/preparation/phases';
import { dated, dueDate, fromFirstDay, inOrder, type Task } from '$lib/domain/preparation/tasks';
import { taskTemplate, templateFor } from '$lib/domain/preparation/template';
import { aProgramme } from '../../builders';

const aTask = (difference: Partial<Task> = {}): Task => ({
	id: 'a',
	phase: 'planning',
	name: 'Publier le planning',
	daysBefore: 10,
	dueOn: null,
	ownerId: null,
	ownerName: '',
	note: '',
	doneOn: null,
	template: null,
	...difference
});
const first = '2027-06-08';

describe('the template', () => {
	test('covers the eight phases, each task once', () => {
		expect(new Set(taskTemplate.map(({ phase }) => phase))).toEqual(new Set(phaseKeys));
		expect(new Set(taskTemplate.map(({ key }) => key)).size).toBe(taskTemplate.length);
	});
	test('owes Ansa a report for a first rally only', () => {
		const keys = (edition: number) => templateFor(edition).map(({ key }) => key);
		expect(keys(1)).toContain('ansa-report');
		expect(keys(2)).not.toContain('ansa-report');
	});
	test('holds the information session inside the window the guide asks for', () => {
		const { daysBefore } = taskTemplate.find(({ key }) => key === 'information')!;
		const [said] = milestones({
			programme: aProgramme(first, 'VV VR'),
			today: '2027-05-01',
			sessions: [addDays(first, -daysBefore)],
			published: false
		});
		expect(said!.kind).toBe('session-right');
	});
});

test('a task follows the rally until a day is chosen for it', () => {
	expect(dueDate(aTask(), first)).toBe('2027-05-29');
	expect(dueDate(aTask(), '2027-06-15')).toBe('2027-06-05');
	expect(dueDate(aTask({ dueOn: '2027-06-01' }), '2027-06-15')).toBe('2027-06-01');
	expect(dueDate(aTask(), null)).toBeNull();
	expect(['2027-05-29', first, '2027-06-15'].map((date) => fromFirstDay(date, first))).toEqual([
		'J-10',
		'J',
		'J+7'
	]);
});

test('late the day after, soon in the week before, never when done', () => {
	const on = (today: string, task = aTask()) => dated(task, first, today);
	expect(on('2027-05-30')).toMatchObject({ state: 'late', late: 1 });
	expect(on('2027-05-29').state).toBe('soon');
	expect(on('2027-05-22').state).toBe('soon');
	expect(on('2027-05-21').state).toBe('later');
	expect(on('2027-07-01', aTask({ doneOn: '2027-06-30' }))).toMatchObject({ state: 'done', late: 0 });
	expect(dated(aTask(), null, '2027-05-01').state).toBe('undated');
});

test('whatever the tasks, none is lost and the next due comes first', () => {
	const task = fc
		.record({
			daysBefore: fc.option(fc.integer({ min: -200, max: 150 })),
			doneOn: fc.option(fc.constantFrom('2027-05-01', '2027-06-20'))
		})
		.map(aTask);
	fc.assert(
		fc.property(fc.array(task, { maxLength: 12 }), (tasks) => {
			const list = inOrder(tasks.map((one) => dated(one, first, '2027-05-25')));
			expect(list).toHaveLength(tasks.length);
			const open = list.filter(({ state, due }) => state !== 'done' && due !== null).map(({ due }) => due!);
			expect(open).toEqual([...open].sort());
			expect(list.slice(0, open.length).every(({ state }) => state !== 'done' && state !== 'undated')).toBe(
				true
			);
		})
	);
});

describe('dates the guide warns about', () => {
	const programme = aProgramme('2019-04-10', 'VV VV RR');
	const said = (sessions: string[], today = '2019-03-01', published = false) =>
		milestones({ programme, today, sessions, published });
	test('two days before is too close (W7)', () => {
		const [one] = said(['2019-04-08']);
		expect(one).toMatchObject({ kind: 'session-too-close', days: 2 });
		expect(isWarning(one!)).toBe(true);
		expect(milestoneInWords(one!)).toContain('trop proche');
	});
	test('two to five weeks before is right, earlier is too early, none is told', () => {
		expect(said(['2019-03-20'])[0]!.kind).toBe('session-right');
		expect(said(['2019-02-20'])[0]!.kind).toBe('session-too-early');
		expect(said(['2019-04-11'])[0]!.kind).toBe('session-after-start');
		expect(said([])[0]).toMatchObject({ kind: 'no-session', from: '2019-03-06', to: '2019-03-27' });
	});
	test('the planning is due ten days before, and late after that unless it is published', () => {
		const kind = (today: string, published = false) => said([], today, published).at(-1)!.kind;
		expect(kind('2019-03-31')).toBe('planning-due');
		expect(kind('2019-04-01')).toBe('planning-late');
		expect(kind('2019-04-01', true)).toBe('planning-done');
	});
	test('a rally without a day has none', () => {
		expect(milestones({ programme: [], today: '2019-03-01', sessions: [], published: false })).toEqual([]);
	});
});
