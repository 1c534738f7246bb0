import { principles, principleKeys, type PrincipleKey } from '$lib/domain/fidelity/principles';
import { levelLabels, type GridScore, type GridScorer } from '$lib/domain/fidelity/grid';
import type { Rally } from '$lib/domain/rally';
import { z } from 'zod';
import type { Db } from '../../db/client';
import { fidelityScores } from '../../db/repositories/fidelity-scores';
import * as field from '../../fields';
import { asScore } from './read-grid';
import type { Editor } from '../records/edit-record';

/** One row as a page sends it: the version it was read at, 0 for a row nobody had answered. */
const Line = z.object({
	principle: field.choice(principles),
	version: field.whole(0, 999_999_999),
	level: field.choiceOrNull(levelLabels),
	comment: field.text(2000),
	/** As they were when the page was opened: a row left alone is nobody's change. */
	was: field.choiceOrNull(levelLabels),
	said: field.text(2000)
});
export const GridForm = z.object({ lines: z.array(Line).max(principleKeys.length).default([]) });
export type GridLine = z.output<typeof Line>;

/** A row that somebody else answered meanwhile: both answers, for a person to choose. */
export interface GridClash {
	principle: PrincipleKey;
	mine: Pick<GridLine, 'level' | 'comment'>;
	theirs: GridScore;
}

export interface Scored {
	saved: number;
	clashes: GridClash[];
}

/**
 * Saves the rows that were changed, one side's only. A row that somebody else answered since it was read stays theirs
 * and comes back with both answers; the other rows are saved.
 */
export async function scoreGrid(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	scorer: GridScorer,
	lines: readonly GridLine[],
	editor: Editor
): Promise<Scored> {
	return db.transaction(async (tx) => {
		const current = new Map(
			(await fidelityScores(tx).list(rally.id))
				.filter((one) => one.scorer === scorer)
				.map((one) => [one.principle, one])
		);
		const scored: Scored = { saved: 0, clashes: [] };
		for (const { principle, version, level, comment, was, said } of lines) {
			const known = current.get(principle) ?? null;
			const untouched = was === level && said === comment;
			if (untouched || ((known?.level ?? null) === level && (known?.comment ?? '') === comment)) continue;
			const saved = await fidelityScores(tx).save(
				{
					organizationId: rally.organizationId,
					rallyId: rally.id,
					principle,
					scorer,
					level,
					comment,
					by: editor.name
				},
				version
			);
			if (saved) {
				scored.saved++;
				continue;
			}
			const theirs = (await fidelityScores(tx).list(rally.id)).find(
				(one) => one.principle === principle && one.scorer === scorer
			);
			if (theirs) scored.clashes.push({ principle, mine: { level, comment }, theirs: asScore(theirs) });
		}
		return scored;
	});
}
