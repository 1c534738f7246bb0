import type { Problem } from '../problem';
import { holds, type AskOptions } from './holds';
import { rulesOf, without, type NamedRule } from './rules';

export interface Conflict {
	/** Rules that cannot hold together. */
	rules: NamedRule[];
	/** Whether it is sure that without any one of them the others can hold. */
	minimal: boolean;
}

/**
 * A smallest set of rules that cannot hold together: without any one of them, the others can (QuickXplain, Junker 2004).
 * Kinds of rules first, then the rules of the kinds found: a shortage names most companies. Null when the problem holds,
 * or when nothing proves that it does not.
 */
export function conflictOf(problem: Problem, options: AskOptions): Conflict | null {
	const all = rulesOf(problem);
	let sure = true;
	const impossible = (kept: readonly NamedRule[]): boolean => {
		const answer = holds(
			without(
				problem,
				all.filter((rule) => !kept.includes(rule))
			),
			options
		);
		if (answer === 'unknown') sure = false;
		return answer === 'no';
	};
	if (!impossible(all)) return null;

	const kinds = [...new Set(all.map(({ kind }) => kind))].map((kind) =>
		all.filter((rule) => rule.kind === kind)
	);
	const found = quickXplain(kinds, (groups) => impossible(groups.flat()));
	const rules = quickXplain(found.flat(), impossible);
	return { rules, minimal: sure };
}

/** A minimal subset of `items` for which `fails` holds, given that it holds for all of them and grows with them. */
export function quickXplain<T>(items: readonly T[], fails: (items: readonly T[]) => boolean): T[] {
	if (items.length === 0 || fails([])) return [];
	const explain = (background: readonly T[], added: boolean, rest: readonly T[]): T[] => {
		if (added && fails(background)) return [];
		if (rest.length === 1) return [...rest];
		const half = Math.ceil(rest.length / 2);
		const [first, second] = [rest.slice(0, half), rest.slice(half)];
		const fromSecond = explain([...background, ...first], true, second);
		const fromFirst = explain([...background, ...fromSecond], fromSecond.length > 0, first);
		return [...fromFirst, ...fromSecond];
	};
	return explain([], false, items);
}
