import { expect, test } from 'vitest';
import { searchInWords, type StartSearch } from '$lib/domain/mobilisation/worth';

const said = (search: Partial<StartSearch>): string =>
	searchInWords({ found: 0, promising: 0, tried: 0, complete: false, level: 'comfort', ...search })
		.join(' ')
		.replace(/[\u00a0\u202f]/g, ' ');

test('a plan at its best says so rather than nothing, and what is left to gain is named', () => {
	expect(said({ level: null, complete: true })).toBe(
		'Tout est déjà au mieux : aucun créneau de plus n’y changerait rien.'
	);
	expect(said({ complete: true })).toContain('La charte et les promesses sont déjà tenues');
	expect(said({ complete: true })).toContain('Aucun créneau de plus ne ferait mieux, c’est prouvé.');
	expect(said({ level: 'charter', complete: true })).not.toContain('déjà tenues');
});

test('what was not tried is not said to be proven', () => {
	expect(said({ found: 2, promising: 9, tried: 4 })).toContain(
		'4 créneaux essayés sur 9 qui pouvaient apporter quelque chose : un autre ferait peut-être mieux.'
	);
	expect(said({ promising: 9, tried: 1 })).toContain('1 créneau essayé sur 9');
	for (const found of [0, 2])
		for (const promising of [0, 5]) expect(said({ found, promising, tried: promising })).not.toContain('c’est prouvé'); // prettier-ignore
	expect(said({ found: 1, promising: 1, tried: 1, complete: true })).toContain('Aucun autre ne ferait mieux, c’est prouvé'); // prettier-ignore
});
