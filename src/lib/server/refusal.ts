import { error, fail } from '@sveltejs/kit';
import { moment, quoted } from '$lib/domain/french';
import { inWords, mergeEdits, type FieldWords } from '$lib/domain/records';
import type { Typed } from './form';
import { NO_SUCH_RECORD } from './record-actions';
import type { EditedMeanwhile, NotFound } from './use-cases/records/edit-record';

/** Answers a form with messages at its fields, and everything that was typed. */
export const refuse = (typed: Typed, problems: Record<string, string[]>, status = 409) =>
	fail(status, { typed, problems });

/**
 * Answers a save that came after somebody else's: both edits put together field by field, and a note
 * at each field that both changed. The next « Enregistrer » then names the current version.
 */
export function answerEditError(
	problem: NotFound | EditedMeanwhile,
	mine: Record<string, unknown>,
	fields: Readonly<Record<string, FieldWords>>
) {
	if (problem.code === 'not-found') error(404, NO_SUCH_RECORD);
	const { current, opened, by, at } = problem;
	const { version: _opened, ...values } = mine;
	const theirs = Object.fromEntries(Object.keys(values).map((name) => [name, current[name] ?? null]));
	const { merged, clashes } = mergeEdits(opened, theirs, values);
	const note = (name: string) => `${by} a écrit : ${quoted(inWords(fields[name], theirs[name]))}`;
	return fail(409, {
		typed: merged as Typed,
		problems: {} as Record<string, string[]>,
		version: current.version,
		meanwhile: { by, at: `le ${moment(at)}` },
		notices: Object.fromEntries(clashes.map((name) => [name, note(name)])) as Record<string, string>
	});
}
