import {
	emptySheet,
	isEmpty,
	keptScores,
	type Answer,
	type AnswerMeans
} from '$lib/domain/measure/answer-sheet';
import { instrumentFor, momentsOf, nameOf, type Audience, type Moment, type Score } from '$lib/domain/measure/instruments'; // prettier-ignore
import type { Rally } from '$lib/domain/rally';
import { same } from '$lib/domain/records';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { answers } from '../../db/repositories/answers';
import { records } from '../../db/repositories/records';
import { dayLog } from '../../db/repositories/day-log';
import type { Editor } from '../records/edit-record';

export interface GivenAnswer {
	audience: Audience;
	moment: Moment;
	subject: string;
	/** Item → score; those left out were not answered. */
	scores: Record<string, Score | null | undefined>;
	words: string;
	means: AnswerMeans;
	/** The sheet that stood when the form was opened: its id, empty when there was none; null when nobody looked. */
	seen: string | null;
}
export type AnswerFault = { code: 'unknown' } | { code: 'answered-meanwhile'; by: string };

/**
 * Writes what somebody answered. The former sheet stays below it, so that a change of mind is kept; an empty sheet
 * takes it back. Refused when another one came since the form was opened. The same answer twice is one.
 */
export async function saveAnswer(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	{ audience, moment, subject, scores, words, means, seen }: GivenAnswer,
	editor: Editor
): Promise<Result<Answer | null, AnswerFault>> {
	const known = await records(db, audience).find(rally.id, subject);
	if (!known || !momentsOf(audience).includes(moment)) return err({ code: 'unknown' });
	const instrument = instrumentFor(audience);
	const sheet = { scores: keptScores(instrument, moment, scores), words: moment === 'after' ? words : '' };
	return db.transaction(async (tx) => {
		await dayLog(tx, rally.id).hold();
		const last = (await answers(tx).of(rally.id, audience, subject)).filter((one) => one.moment === moment).at(-1); // prettier-ignore
		if (seen !== null && (last?.id ?? '') !== seen)
			return err({ code: 'answered-meanwhile' as const, by: last?.by ?? '' });
		if (same(last?.sheet ?? emptySheet, sheet) || (!last && isEmpty(sheet))) return ok(last ?? null);
		return ok(
			await answers(tx).add(
				{ organizationId: rally.organizationId, rallyId: rally.id },
				{ audience, moment, subject, instrument: nameOf(instrument), sheet, means, by: editor.name }
			)
		);
	});
}
