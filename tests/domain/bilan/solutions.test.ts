import { expect, test } from 'vitest';
import { countedFor, sayingSolutions, solutionsOf } from '$lib/domain/bilan/solutions';
import { known, notCommunicated, notEvaluated, type Measured } from '$lib/domain/figures/measured';
import type { Breakdown, RallyFigures } from '$lib/domain/figures/rally-figures';
import { usualSolutions } from '$lib/domain/measure/outcomes';
import { someFigures } from '../network/builders';

const parts = [
	{ key: 'lasting', label: 'Emploi durable', count: 3 },
	{ key: 'fixed-term', label: 'CDD', count: 2 },
	{ key: 'training', label: 'Formation', count: 4 },
	{ key: 'searching', label: 'En recherche', count: 5 }
];
const figures = (
	solutions: Measured = known(9),
	outcome: Breakdown | null = { population: 14, parts, unknown: 0 }
) => someFigures({ solutions: { planned: notEvaluated, done: solutions } }, outcome ? { outcome } : {});
const done = (of: RallyFigures) => of.figures.solutions.done;

test('a funder that counts employment only reads fewer solutions; another reads the organiser’s', () => {
	const { own, all } = solutionsOf({ solutions: ['lasting', 'fixed-term'] }, usualSolutions);
	expect(done(countedFor(figures(), own))).toEqual(known(5));
	expect(sayingSolutions({}, all).solutions?.definition).toContain('Ici : emploi durable, CDD.');
	const usual = solutionsOf({ solutions: [] }, usualSolutions);
	expect(usual).toEqual({ own: null, all: usualSolutions });
	expect(done(countedFor(figures(), usual.own))).toEqual(known(9));
	expect(solutionsOf(null, usualSolutions).own).toBeNull();
});

test('what is not known stays so, whatever a funder counts', () => {
	expect(done(countedFor(figures(notCommunicated), ['lasting']))).toEqual(notCommunicated);
	expect(done(countedFor(figures(known(9), null), ['lasting']))).toEqual(known(9));
});
