import { expect, test } from 'vitest';
import { troublesSaid } from '$lib/components/draft/said';
import type { Trouble } from '$lib/solver/hand/troubles';

const trouble = (key: string): Trouble => ({
	key,
	weight: 'broken',
	says: `L’équipe ${key} rentre trop tard.`,
	visits: [],
	teams: [key],
	companies: []
});
const [a, b, c] = ['A', 'B', 'C'].map(trouble) as [Trouble, Trouble, Trouble];
/** Narrow and plain no-break spaces as spaces. */
const plain = (text: string) => text.replaceAll(/\s/g, ' ');

test('an edit tells first what no longer holds, then how much holds again', () => {
	expect(troublesSaid([], [])).toBe('');
	expect(troublesSaid([a], [a])).toBe('');
	expect(plain(troublesSaid([a], [a, b]))).toBe(' À voir : L’équipe B rentre trop tard.');
	expect(plain(troublesSaid([a], [b, c]))).toBe(' À voir : L’équipe B rentre trop tard. Et 1 autre point.');
	expect(plain(troublesSaid([a, b], [a]))).toBe(' 1 point de moins à voir.');
	expect(troublesSaid([a, b], [])).toBe(' Tout tient.');
});
