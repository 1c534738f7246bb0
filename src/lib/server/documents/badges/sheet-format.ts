/** How a sheet of badges is cut, millimetres. */
export interface SheetFormat {
	columns: number;
	rows: number;
	width: number;
	height: number;
	/** Between two columns, between two rows. */
	gapX: number;
	gapY: number;
	/** Drawn for plain paper; die-cut sheets have their own. */
	cutMarks: boolean;
}

export const sheetFormats = {
	/** Plain A4, eight badges to cut out. */
	'eight-to-cut': { columns: 2, rows: 4, width: 85, height: 55, gapX: 0, gapY: 0, cutMarks: true },
	/** The common die-cut sheet of ten cards of 85 × 54 mm, 10 mm between its columns. */
	'ten-die-cut': { columns: 2, rows: 5, width: 85, height: 54, gapX: 10, gapY: 0, cutMarks: false }
} as const satisfies Record<string, SheetFormat>;
export type SheetFormatName = keyof typeof sheetFormats;

/** Top left corner of the badge of that rank on an A4 sheet, the block centred. */
export function cellAt(index: number, format: SheetFormat): { x: number; y: number } {
	const { columns, rows, width, height, gapX, gapY } = format;
	const left = (210 - columns * width - (columns - 1) * gapX) / 2;
	const top = (297 - rows * height - (rows - 1) * gapY) / 2;
	return {
		x: left + (index % columns) * (width + gapX),
		y: top + (Math.floor(index / columns) % rows) * (height + gapY)
	};
}
