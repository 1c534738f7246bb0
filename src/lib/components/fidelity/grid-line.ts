import type { GridRow } from '$lib/domain/fidelity/grid';

/** What the form sent for each row, as typed. */
export type SentLines = {
	principle?: string;
	version?: string;
	level?: string;
	comment?: string;
	was?: string;
	said?: string;
}[];

export interface ShownLine {
	level: string;
	comment: string;
	/** What it was changed from, sent back with it. */
	version: number;
	was: string;
	said: string;
}

/** What was typed and not saved stays in its field; a row left alone shows what is saved. */
export function lineOf(row: GridRow, sent: SentLines, clashed: boolean): ShownLine {
	const was = row.own ?? '';
	const saved = { version: row.scores.organizer?.version ?? 0, was, said: row.comment };
	const typed = sent.find(({ principle }) => principle === row.principle);
	const [level, comment] = [typed?.level ?? '', typed?.comment ?? ''];
	const touched = typed && (level !== (typed.was ?? '') || comment !== (typed.said ?? ''));
	if (!touched) return { level: was, comment: row.comment, ...saved };
	// After a clash both answers were shown: saving again is on top of theirs.
	if (clashed) return { level, comment, ...saved };
	return {
		level,
		comment,
		version: Number(typed.version ?? 0),
		was: typed.was ?? '',
		said: typed.said ?? ''
	};
}
