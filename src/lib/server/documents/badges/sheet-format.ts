/** How a sheet of badges is cut, millimetres. The block stands in the middle of an A4 sheet. */
export interface SheetFormat {
	/** As a maker's packet and the page call it. */
	label: string;
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

/** Makers differ by a millimetre: a first sheet on plain paper, held against the light, tells. */
export const sheetFormats = {
	/** Plain A4, eight badges to cut out. */
	'eight-to-cut': { label: 'Papier ordinaire, 8 à découper (85 × 55 mm)', columns: 2, rows: 4, width: 85, height: 55, gapX: 0, gapY: 0, cutMarks: true }, // prettier-ignore
	/** The common die-cut sheet of ten cards of 85 × 54 mm, 10 mm between its columns. */
	'ten-die-cut': { label: '10 cartes prédécoupées (85 × 54 mm)', columns: 2, rows: 5, width: 85, height: 54, gapX: 10, gapY: 0, cutMarks: false }, // prettier-ignore
	/** Badges to slip in a holder, Avery L4785 and the like. */
	l4785: { label: 'L4785, 10 badges (80 × 50 mm)', columns: 2, rows: 5, width: 80, height: 50, gapX: 15, gapY: 5, cutMarks: false }, // prettier-ignore
	l7165: { label: 'L7165, 8 étiquettes (99 × 68 mm)', columns: 2, rows: 4, width: 99.1, height: 67.7, gapX: 2.5, gapY: 0, cutMarks: false }, // prettier-ignore
	l7173: { label: 'L7173, 10 étiquettes (99 × 57 mm)', columns: 2, rows: 5, width: 99.1, height: 57, gapX: 2.5, gapY: 0, cutMarks: false }, // prettier-ignore
	l7163: { label: 'L7163, 14 étiquettes (99 × 38 mm)', columns: 2, rows: 7, width: 99.1, height: 38.1, gapX: 2.5, gapY: 0, cutMarks: false }, // prettier-ignore
	l7160: { label: 'L7160, 21 étiquettes (64 × 38 mm)', columns: 3, rows: 7, width: 63.5, height: 38.1, gapX: 2.5, gapY: 0, cutMarks: false } // prettier-ignore
} as const satisfies Record<string, SheetFormat>;
export type SheetFormatName = keyof typeof sheetFormats;

export const isSheetFormat = (name: string): name is SheetFormatName => Object.hasOwn(sheetFormats, name);

/** How many a sheet holds. */
export const perSheet = ({ columns, rows }: Pick<SheetFormat, 'columns' | 'rows'>): number => columns * rows;

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
