import { INK, mm, type Paper } from './page';
import { decoration } from './tags';

/** Drawn for this project on a square of 24, filled shapes only: they stay clear once photocopied. */
const shapes = {
	calendar: [
		'M3 5 H7 V3 H9 V5 H15 V3 H17 V5 H21 V21 H3 Z M5 10 V19 H19 V10 Z',
		'M7 12 H10 V15 H7 Z',
		'M14 12 H17 V15 H14 Z'
	],
	clock: ['M12 2 A10 10 0 1 0 12 22 A10 10 0 1 0 12 2 Z M12 4.4 A7.6 7.6 0 1 1 12 19.6 A7.6 7.6 0 1 1 12 4.4 Z', 'M11 7 H13 V11.4 L16.4 14 L15.2 15.6 L11 12.4 Z'], // prettier-ignore
	place: ['M12 2 A7 7 0 0 0 5 9 C5 13.5 12 22 12 22 C12 22 19 13.5 19 9 A7 7 0 0 0 12 2 Z M12 6.2 A2.8 2.8 0 1 1 12 11.8 A2.8 2.8 0 1 1 12 6.2 Z'], // prettier-ignore
	people: [
		'M8 4 A3 3 0 1 0 8 10 A3 3 0 1 0 8 4 Z',
		'M16 4 A3 3 0 1 0 16 10 A3 3 0 1 0 16 4 Z',
		'M2 20 V16 A4.5 4.5 0 0 1 6.5 11.5 H9 A3.5 3.5 0 0 1 11.6 13 V20 Z',
		'M12.4 20 V13 A3.5 3.5 0 0 1 15 11.5 H17.5 A4.5 4.5 0 0 1 22 16 V20 Z'
	],
	car: [
		'M2 16 V12 L4 11 L6.5 6.5 H15.5 L19 11 L22 12 V16 H20.6 A2.6 2.6 0 0 0 15.4 16 H8.6 A2.6 2.6 0 0 0 3.4 16 Z M7.6 8.3 L6.2 11 H10.6 V8.3 Z M12.2 8.3 V11 H16.8 L14.8 8.3 Z',
		'M6 14.4 A1.9 1.9 0 1 0 6 18.2 A1.9 1.9 0 1 0 6 14.4 Z',
		'M18 14.4 A1.9 1.9 0 1 0 18 18.2 A1.9 1.9 0 1 0 18 14.4 Z'
	],
	building: ['M4 21 V3 H15 V9 H20 V21 H13 V17 H10 V21 Z M7 6 V8 H9 V6 Z M10.5 6 V8 H12.5 V6 Z M7 10 V12 H9 V10 Z M10.5 10 V12 H12.5 V10 Z M16 12 V14 H18 V12 Z M16 16 V18 H18 V16 Z'], // prettier-ignore
	meal: [
		'M5 2 H6.4 V8 H7.3 V2 H8.7 V8 H9.6 V2 H11 V9 A2.4 2.4 0 0 1 9.2 11.3 V22 H6.8 V11.3 A2.4 2.4 0 0 1 5 9 Z',
		'M15 13 C13.6 8 14.6 3.4 18 2 V22 H15.6 V13 Z'
	],
	bag: ['M8 7 V5 A4 4 0 0 1 16 5 V7 H20 V21 H4 V7 Z M10 7 H14 V5 A2 2 0 0 0 10 5 Z M9 11 V13.4 H15 V11 Z'],
	shoe: [
		'M3 8 H8 L9.4 10.4 L12.6 12 L18 13.2 A4 4 0 0 1 21 17 H3 Z M9.6 11.8 L10.8 13.4 L11.6 12.8 L10.6 11.4 Z',
		'M3 18.2 H21 V20 H3 Z'
	],
	card: ['M2 5 H22 V19 H2 Z M4 7 V17 H20 V7 Z', 'M7.5 8.6 A2 2 0 1 0 7.5 12.6 A2 2 0 1 0 7.5 8.6 Z', 'M4.8 16 A2.7 2.7 0 0 1 10.2 16 Z', 'M12.4 9.4 H18 V11 H12.4 Z', 'M12.4 13 H18 V14.6 H12.4 Z'], // prettier-ignore
	phone: ['M5 2 L9 2.6 L10 8 L7.6 9.6 C8.8 12.4 11.2 15 14.4 16.4 L16 14 L21.4 15 L22 19 C21 21.4 19 22 17 21.6 C9.6 20 4 14.4 2.4 7 C2 5 2.6 3 5 2 Z'], // prettier-ignore
	talk: ['M3 4 H21 V16 H12 L7 21 V16 H3 Z M6.5 7.5 V9.3 H17.5 V7.5 Z M6.5 11 V12.8 H14.5 V11 Z']
} as const;
export type Pictogram = keyof typeof shapes;

/** Beside the words it helps to find: never instead of them, so never read aloud. `side` in millimetres. */
export function pictogram(
	paper: Paper,
	name: Pictogram,
	{ x, y, side }: { x: number; y: number; side: number },
	colour = INK
): void {
	const { pdf } = paper;
	decoration(paper, () => {
		pdf.save();
		pdf.translate(mm(x), mm(y)).scale(mm(side) / 24);
		for (const shape of shapes[name]) pdf.path(shape);
		pdf.fillColor(colour).fill('even-odd');
		pdf.restore();
	});
}
