import { standing, type Answer } from '../measure/answer-sheet';
import type { Dimension } from '../measure/instruments';
import { scoreOf } from '../measure/scores';
import type { Answers } from './ground';

/**
 * Of those asked, how many answered before and after, and how many of them say more of it after, all these dimensions
 * together. Whoever answered once only has no change to tell.
 */
export function improved(
	dimensions: readonly Dimension[],
	answers: readonly Answer[],
	subjects: readonly string[]
): Answers {
	const held = standing(answers);
	const scoreAt = (subject: string, moment: Answer['moment']): number | null => {
		const own = held.filter((one) => one.subject === subject && one.moment === moment);
		const scores = dimensions.flatMap((dimension) => own.flatMap((one) => scoreOf(one, dimension) ?? []));
		return scores.length > 0 ? scores.reduce((a, b) => a + b, 0) / scores.length : null;
	};
	const pairs = subjects.flatMap((subject) => {
		const [before, after] = [scoreAt(subject, 'before'), scoreAt(subject, 'after')];
		return before === null || after === null ? [] : [{ before, after }];
	});
	return {
		asked: subjects.length,
		answered: pairs.length,
		favourable: pairs.filter(({ before, after }) => after > before).length
	};
}
