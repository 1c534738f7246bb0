import { limits, type Cell } from '../../domain/import/sheet';

export interface Area {
	startRow: number;
	endRow: number;
	startCol: number;
	endCol: number;
}

/** Writes the value of merged cells in each of them: a title over three columns heads all three. */
export function fillMerged(rows: Cell[][], areas: readonly Area[]): void {
	for (const { startRow, endRow, startCol, endCol } of areas) {
		const first = rows[startRow]?.[startCol];
		if (!first?.text) continue;
		for (let r = startRow; r <= Math.min(endRow, rows.length - 1); r++) {
			const row = rows[r]!;
			for (let c = startCol; c <= Math.min(endCol, limits.columns - 1); c++) {
				while (row.length <= c) row.push({ text: '', kind: 'text' });
				if (!row[c]!.text) row[c] = first;
			}
		}
	}
}
