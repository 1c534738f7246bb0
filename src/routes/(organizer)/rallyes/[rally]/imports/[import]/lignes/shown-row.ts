import type { Decision, RowReview, RowStatus } from '$lib/domain/import/review';

/** A row of the file as its card shows it. */
export interface ShownRow {
	line: number;
	cells: string[];
	status: RowStatus;
	review: Omit<RowReview, 'status'>;
	decision: Decision | null;
	recordId: string | null;
}

/** A column of the file that is imported. */
export interface ShownColumn {
	at: number;
	header: string;
	label: string;
	choices: readonly string[] | null;
}

export const tone: Record<RowStatus, string> = {
	create: 'good',
	update: 'good',
	same: '',
	duplicate: 'warn',
	error: 'bad',
	skipped: '',
	applied: 'good'
};
