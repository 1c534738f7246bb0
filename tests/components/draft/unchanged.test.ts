import { expect, test } from 'vitest';
import { unchanged, unchangedEach } from '$lib/components/draft/unchanged';

test('what says the same is the very object of the last time, and what says something else is the new one', () => {
	const keep = unchanged<{ hours: number[] }>();
	const first = keep({ hours: [9] });
	expect(keep({ hours: [9] })).toBe(first);
	const second = keep({ hours: [9, 10] });
	expect(second).toEqual({ hours: [9, 10] });
	expect(keep({ hours: [9] })).not.toBe(first);
});

test('of a list, only the rows that changed are new, wherever they are now', () => {
	const keep = unchangedEach<{ id: string; says: string }>();
	const [a, b] = keep([
		{ id: 'a', says: 'one' },
		{ id: 'b', says: 'two' }
	]);
	const next = keep([
		{ id: 'b', says: 'two' },
		{ id: 'c', says: 'new' },
		{ id: 'a', says: 'other' }
	]);
	expect(next[0]).toBe(b);
	expect(next[2]).not.toBe(a);
	expect(next.map(({ says }) => says)).toEqual(['two', 'new', 'other']);
});
