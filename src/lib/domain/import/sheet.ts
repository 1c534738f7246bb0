/** What a cell was in the file it comes from; its text is what a person would read there. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error';

export interface Cell {
	/** '' for an empty cell. */
	text: string;
	kind: CellKind;
}

/** A sheet as it was read, whatever the format: merged cells repeat their value, formulas are their last result. */
export interface Sheet {
	name: string;
	/** Hidden by whoever made the file: offered last. */
	hidden: boolean;
	rows: Cell[][];
	/** Formulas saved without a result: their cells are empty, which somebody must know. */
	unsolvedFormulas: number;
}

/** What a file was found to be. */
export interface Reading {
	sheets: Sheet[];
	format: 'csv' | 'xlsx' | 'ods' | 'xls';
	/** For text: how it was decoded and cut. */
	encoding: 'utf-8' | 'utf-16' | 'windows-1252' | null;
	separator: ';' | ',' | '\t' | '|' | null;
}

/** Why a file cannot be read. */
export type Unreadable =
	| { code: 'too-big' }
	| { code: 'too-many-rows' }
	| { code: 'too-wide' }
	| { code: 'bomb' }
	| { code: 'encrypted' }
	| { code: 'damaged' }
	| { code: 'too-slow' }
	| { code: 'empty' }
	| { code: 'not-a-spreadsheet'; looks: 'pdf' | 'word' | 'image' | 'page' | 'unknown' };

export const limits = {
	bytes: 10 * 1024 * 1024,
	rows: 5000,
	columns: 200,
	/** What a compressed file may grow to once opened: a real one of 10 MB stays well below. */
	inflatedBytes: 120 * 1024 * 1024,
	entries: 2000,
	/** Longest text of one cell that is kept. */
	cell: 2000
} as const;

export const isEmptyRow = (row: readonly Cell[]): boolean => row.every(({ text }) => text.trim() === '');

/** « A », « B »… « AA »: how spreadsheets call their columns. */
export function columnLetter(index: number): string {
	const rest = index % 26;
	const before = Math.floor(index / 26);
	return (before > 0 ? columnLetter(before - 1) : '') + String.fromCharCode(65 + rest);
}
