import { describe, expect, test } from 'vitest';
import { countedFor } from '$lib/domain/bilan/solutions';
import { known, notEvaluated } from '$lib/domain/figures/measured';
import { figureInWords, percent } from '$lib/domain/figures/words';
import { followUpFigures } from '$lib/domain/measure/follow-up-figures';
import { usualSolutions, type FollowUpLine, type Outcome } from '$lib/domain/measure/outcomes';
import { someFigures } from '../network/builders';

/*
 * Exit tables printed by the network's own bilans (A.CO.R. 2020, l. 395-398; 2019, l. 572-576): the same counts give
 * the same sums and shares here, each share with what it is a part of.
 */

/** So many people, of whom so many have each outcome; nothing is known of the rest. */
function followed(
	people: number,
	told: Partial<Record<Outcome, number>>,
	counted: readonly Outcome[] = usualSolutions
) {
	const outcomes = Object.entries(told).flatMap(([key, n]) => Array<Outcome>(n).fill(key as Outcome));
	const ids = Array.from({ length: people }, (_, i) => `p${i}`);
	const lines = outcomes.map((outcome, i): FollowUpLine => ({
		...{ id: `l${i}`, participantId: ids[i]!, on: '2020-06-01', by: 'x', number: i },
		said: { kind: 'news', outcome, source: 'person', from: '', means: null, note: '' }
	}));
	return followUpFigures({ people: ids, lines, counted, dueOn: '2020-05-01', today: '2020-06-02' });
}

describe('exits', () => {
	test('AGIRE: 18 of 30, 11 to work, 2 to training, 5 for health', () => {
		const agire = followed(30, { lasting: 1, 'fixed-term': 9, temporary: 1, training: 2, health: 5 });
		expect([agire.base, agire.answered, agire.solutions]).toEqual([30, known(18), known(13)]);
		expect(agire.byOutcome!.reduce((sum, { count }) => sum + count, 0)).toBe(18);
		// A funder that counts work alone reads 11, of 18 and not of 30.
		const breakdown = { population: 18, parts: agire.byOutcome!, unknown: 0 };
		const figures = someFigures(
			{
				participants: { planned: known(30), done: known(30) },
				answered: { planned: notEvaluated, done: agire.answered },
				solutions: { planned: notEvaluated, done: agire.solutions }
			},
			{ outcome: breakdown }
		);
		const own = countedFor(figures, ['lasting', 'fixed-term', 'temporary', 'siae', 'business']);
		expect(own.figures.solutions.done).toEqual(known(11));
		expect(figureInWords(own, 'solutions', true).share).toContain('11 sur 18');
		expect(figureInWords(own, 'answered', true).share).toContain('18 sur 30');
	});

	test('CD44: 86 exits of 167; shares of the exits, never of all', () => {
		// « 20 quitté » tell nothing of where somebody stands: without news, they are no answer.
		const cd44 = followed(167, { lasting: 34, training: 8, redirected: 24, 'no-news': 20 }, ['lasting']);
		expect([cd44.answered, cd44.solutions]).toEqual([known(66), known(34)]);
		const shares = [34, 8, 24, 20].map((count) => Math.round((count / 86) * 1000) / 10);
		expect(shares).toEqual([39.5, 9.3, 27.9, 23.3]);
	});

	test('A.CO.R. 2001-2017: 39 % is of those back to work; of those accompanied it is 27 %', () => {
		expect([percent(8433, 12127), percent(3285, 8433), percent(3285, 12127)].map((said) => parseInt(said))).toEqual([70, 39, 27]); // prettier-ignore
	});
});
