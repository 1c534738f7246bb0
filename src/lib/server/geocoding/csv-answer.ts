/** Lines of cells as CSV with commas, every cell quoted. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
	rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n') + '\n';

/** The service's own CSV (commas, quotes doubled): a person's spreadsheet is read elsewhere. */
export function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = text.startsWith('\ufeff') ? 1 : 0;
	while (at < text.length) {
		let cell = '';
		if (text[at] === '"') {
			for (at++; at < text.length; at++) {
				if (text[at] !== '"') cell += text[at];
				else if (text[at + 1] === '"') cell += text[at++];
				else break;
			}
			at++;
		}
		while (at < text.length && !',\r\n'.includes(text[at]!)) cell += text[at++];
		row.push(cell);
		if (text[at] === ',') {
			at++;
			if (at < text.length && text[at] !== '\r' && text[at] !== '\n') continue;
			row.push('');
		}
		while (text[at] === '\r' || text[at] === '\n') at++;
		rows.push(row);
		row = [];
	}
	return rows;
}
