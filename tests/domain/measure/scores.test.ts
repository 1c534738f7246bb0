import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { standing, type Answer } from '$lib/domain/measure/answer-sheet';
import {
	dimensions,
	instrumentFor,
	instruments,
	itemsAt,
	momentsOf,
	nameOf,
	type Moment,
	type Score
} from '$lib/domain/measure/instruments';
import { dimensionSummary, scoreOf, withoutFew } from '$lib/domain/measure/scores';

let number = 0;
const anAnswer = (subject: string, moment: Moment, scores: Record<string, Score>, words = ''): Answer => ({
	id: String(++number),
	audience: 'participant',
	moment,
	subject,
	instrument: 'participants-1',
	sheet: { scores, words },
	means: 'paper',
	by: 'Claire',
	at: new Date(0),
	number
});
const coping = (score: Score) => ({
	'after-refusal': score,
	'ask-help': score,
	'keep-pace': score,
	'will-work': score
});
const all = { before: true, after: true };

describe('instruments', () => {
	test('have items of their own audience, one key each, and their moments', () => {
		for (const { audience, items } of instruments) {
			expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
			for (const { dimension } of items) expect(dimensions[dimension].audience).toBe(audience);
		}
		expect(momentsOf('participant')).toEqual(['before', 'after']);
		expect(momentsOf('partner')).toEqual(['after']);
		const sheet = instrumentFor('participant');
		expect(nameOf(sheet)).toBe('participants-1');
		const before = itemsAt(sheet, 'before').map(({ key }) => key);
		expect(before).not.toContain('happy');
		// The same items before and after, or nothing could be compared.
		expect(itemsAt(sheet, 'after').map(({ key }) => key)).toEqual(expect.arrayContaining(before));
	});
});

describe('answers', () => {
	test('the last sheet stands, and an empty one takes it back', () => {
		const given = [anAnswer('a', 'before', coping(1)), anAnswer('a', 'before', coping(4))];
		expect(standing(given).map(({ sheet }) => sheet.scores['keep-pace'])).toEqual([4]);
		expect(standing([...given, anAnswer('a', 'before', {})])).toEqual([]);
	});

	test('a score wants half the items', () => {
		expect(scoreOf(anAnswer('a', 'before', { 'ask-help': 4 }), 'coping')).toBeNull();
		expect(scoreOf(anAnswer('a', 'before', { 'ask-help': 4, 'keep-pace': 1 }), 'coping')).toBe(2.5);
	});
});

describe('a dimension', () => {
	test('tells how many stand behind each mean, and its change over pairs only', () => {
		const given = [
			anAnswer('a', 'before', coping(1)),
			anAnswer('a', 'after', coping(3)),
			anAnswer('b', 'before', coping(5)),
			anAnswer('c', 'after', coping(0)),
			anAnswer('stranger', 'after', coping(5))
		];
		const summary = dimensionSummary('coping', given, { subjects: ['a', 'b', 'c', 'd'], come: all });
		expect(summary.before).toMatchObject({
			value: { is: 'value', value: 3 },
			answered: 2,
			asked: 4,
			rate: 0.5
		});
		expect(summary.after).toMatchObject({ value: { is: 'value', value: 1.5 }, answered: 2 });
		expect(summary.change).toMatchObject({ value: { is: 'value', value: 2 }, answered: 1, asked: 4 });
		expect(withoutFew(summary.change!).value).toEqual({ is: 'nc' });
	});

	test('is not evaluated before its moment, not communicated after, never zero', () => {
		const asked = { subjects: ['a'], come: { before: true, after: false } };
		const summary = dimensionSummary('coping', [], asked);
		expect([summary.before!.value, summary.after.value]).toEqual([{ is: 'nc' }, { is: 'ne' }]);
		expect(dimensionSummary('coping', [], { subjects: [], come: all }).after).toMatchObject({ value: { is: 'nc' }, rate: null }); // prettier-ignore
		expect(dimensionSummary('participant-satisfaction', [], asked).change).toBeNull();
	});

	test('stays between its bounds, whoever answers and in whatever order', () =>
		fc.assert(
			fc.property(
				fc.array(
					fc.tuple(
						fc.constantFrom('a', 'b', 'c', 'd', 'e'),
						fc.constantFrom<Moment>('before', 'after'),
						fc.dictionary(
							fc.constantFrom('after-refusal', 'ask-help', 'keep-pace', 'will-work'),
							fc.constantFrom<Score>(0, 1, 2, 3, 4, 5)
						)
					),
					{ maxLength: 14 }
				),
				(sheets) => {
					const given = sheets.map(([subject, moment, scores]) => anAnswer(subject, moment, { ...scores }));
					const asked = { subjects: ['a', 'b', 'c', 'd'], come: all };
					const summary = dimensionSummary('coping', given, asked);
					for (const one of [summary.before!, summary.after, summary.change!]) {
						expect(one.asked).toBe(4);
						expect(one.answered).toBeLessThanOrEqual(4);
						expect(one.value.is === 'value').toBe(one.answered > 0);
						if (one.value.is === 'value') expect(Math.abs(one.value.value)).toBeLessThanOrEqual(5);
					}
					expect(summary.change!.answered).toBeLessThanOrEqual(
						Math.min(summary.before!.answered, summary.after.answered)
					);
					expect(dimensionSummary('coping', [...given].reverse(), asked)).toEqual(summary);
				}
			)
		));
});
