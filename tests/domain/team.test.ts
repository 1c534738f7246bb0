import fc from 'fast-check';
import { expect, test } from 'vitest';
import { teamColour, teamDash, teamIndex, teamLetter } from '$lib/domain/team';

test.for([
	[0, 'A'],
	[25, 'Z'],
	[26, 'AA'],
	[51, 'AZ'],
	[52, 'BA'],
	[701, 'ZZ'],
	[702, 'AAA']
] as const)('team %i is « %s »', ([index, letter]) => {
	expect(teamLetter(index)).toBe(letter);
});

test('letters and indexes answer each other', () => {
	fc.assert(fc.property(fc.nat(20_000), (index) => teamIndex(teamLetter(index)) === index));
});

test('as many teams as a rally can have, and no two drawn alike', () => {
	const drawn = Array.from({ length: 40 }, (_, i) => teamColour(teamLetter(i)) + teamDash(teamLetter(i)));
	expect(new Set(drawn).size).toBe(40);
});

test('every colour can be read on white', () => {
	const luminance = (hex: string) => {
		const [r, g, b] = [1, 3, 5].map((i) => {
			const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
			return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
		});
		return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
	};
	for (let i = 0; i < 10; i++) {
		expect(1.05 / (luminance(teamColour(teamLetter(i))) + 0.05)).toBeGreaterThanOrEqual(4.5);
	}
});
