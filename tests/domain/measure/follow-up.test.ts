import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { followUpFigures } from '$lib/domain/measure/follow-up-figures';
import {
	addMonths,
	followUpDue,
	followUpOf,
	outcomeKeys,
	usualSolutions,
	type FollowUpLine,
	type FollowUpSaid,
	type Outcome
} from '$lib/domain/measure/outcomes';

let number = 0;
const aLine = (participantId: string, said: FollowUpSaid): FollowUpLine => ({
	id: `l${++number}`,
	participantId,
	on: '2027-12-10',
	said,
	by: 'Claire',
	number
});
const news = (outcome: Outcome, source: 'person' | 'known' = 'person'): FollowUpSaid => ({
	kind: 'news',
	outcome,
	source,
	from: '',
	means: 'phone',
	note: ''
});
const attempt: FollowUpSaid = { kind: 'attempt', means: 'phone', note: '' };

describe('the day', () => {
	test.each([
		['2027-06-09', '2027-12-09'],
		['2027-08-31', '2028-02-29'],
		['2026-08-31', '2027-02-28'],
		['2027-12-01', '2028-06-01']
	])('six months after %s is %s', (from, to) => expect(addMonths(from, 6)).toBe(to));

	test('comes from the last day of the programme', () =>
		expect(followUpDue([{ date: '2027-06-09' }, { date: '2027-06-08' }])).toBe('2027-12-09'));
});

test('a line taken back stands no more', () => {
	const lasting = aLine('a', news('lasting'));
	const followed = followUpOf([
		aLine('a', news('training')),
		lasting,
		aLine('a', { kind: 'undo', of: lasting.id })
	]);
	expect(followed.news?.said.outcome).toBe('training');
});

describe('figures', () => {
	const ground = (lines: FollowUpLine[], today = '2027-12-20', counted = usualSolutions) => ({
		people: ['a', 'b', 'c', 'd'],
		lines,
		counted,
		dueOn: '2027-12-09',
		today
	});

	test('stand on those who answered, not on all; « sans nouvelle » is no answer', () => {
		const figures = followUpFigures(
			ground([
				aLine('a', attempt),
				aLine('a', news('lasting')),
				aLine('b', news('searching', 'known')),
				aLine('c', news('no-news')),
				aLine('elsewhere', news('lasting'))
			])
		);
		expect(figures).toMatchObject({
			base: 4,
			answered: { is: 'value', value: 2 },
			solutions: { is: 'value', value: 1 },
			solutionIds: ['a'],
			knownOtherwise: 1
		});
	});

	test('are not evaluated before six months, even when news came early', () =>
		expect(followUpFigures(ground([aLine('a', news('lasting'))], '2027-12-08'))).toMatchObject({
			answered: { is: 'ne' },
			solutions: { is: 'ne' },
			byOutcome: null
		}));

	test('are not communicated when nobody asked; when all stayed silent, nobody answered and solutions are unknown', () => {
		expect(followUpFigures(ground([])).answered).toEqual({ is: 'nc' });
		expect(followUpFigures(ground([aLine('a', attempt)]))).toMatchObject({
			answered: { is: 'value', value: 0 },
			solutions: { is: 'nc' }
		});
	});

	test('count what the organiser counts, and outcomes add up to the answers', () =>
		fc.assert(
			fc.property(
				fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'x'), fc.constantFrom(...outcomeKeys))),
				fc.subarray(outcomeKeys),
				(told, counted) => {
					const figures = followUpFigures(
						ground(
							told.map(([id, outcome]) => aLine(id, news(outcome))),
							'2028-01-01',
							counted
						)
					);
					const answered = figures.answered.is === 'value' ? figures.answered.value : 0;
					const solved = figures.solutions.is === 'value' ? figures.solutions.value : 0;
					expect(solved).toBeLessThanOrEqual(answered);
					expect(answered).toBeLessThanOrEqual(figures.base);
					expect((figures.byOutcome ?? []).reduce((sum, { count }) => sum + count, 0)).toBe(answered);
					const counts = (figures.byOutcome ?? []).filter(({ key }) => counted.includes(key as Outcome));
					expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(solved);
				}
			)
		));
});
