import type * as Leaflet from 'leaflet';
import type { Position } from '$lib/domain/rally';
import { centredOn } from '$lib/geo/label-placement';
import { spotsAlong, spreadLines } from '$lib/geo/route-lines';
import type { MapLabel } from './map-labels';
import { latLng, type OpenMap } from './open-map';

export interface MapLine {
	id: string;
	/** Drawn along the line: a team is never told by colour alone. */
	letter: string;
	/** Any CSS colour. */
	colour: string;
	/** SVG dash pattern, « 8 6 ». */
	dash?: string;
	positions: Position[];
	label: string;
}

/** About one letter in so many pixels of line. */
const LETTER_SPACING = 190;
const LETTER_SIZE = 20;

/** Each line over a wider one in the colour of the ground, so that crossings stay readable. */
export function drawLines(
	{ L }: OpenMap,
	lines: readonly MapLine[]
): { group: Leaflet.LayerGroup; drawn: Position[][] } {
	const drawn = spreadLines(lines.map((line) => line.positions));
	const group = L.layerGroup();
	lines.forEach((line, i) => {
		const shape = drawn[i]!.map(latLng);
		const options = { interactive: false, lineCap: 'round', lineJoin: 'round' } as const;
		group.addLayer(L.polyline(shape, { ...options, weight: 7, className: 'map-casing' }));
		const path = L.polyline(shape, { ...options, weight: 3.5, dashArray: line.dash, className: 'map-line' });
		path.on('add', () => (path.getElement() as SVGElement).style.setProperty('--colour', line.colour));
		group.addLayer(path);
	});
	return { group, drawn };
}

/** The letters along the lines: the first of each line is shown whatever it covers. */
export function lineLetters(
	{ map }: OpenMap,
	lines: readonly MapLine[],
	drawn: readonly Position[][]
): MapLabel[] {
	return lines
		.flatMap((line, i) => {
			const pixels = (drawn[i] ?? []).map((position) => map.latLngToContainerPoint(latLng(position)));
			return spotsAlong(pixels, LETTER_SPACING).map((spots, nth) => ({
				id: `line ${line.id} ${nth}`,
				text: line.letter,
				className: 'map-letter',
				style: { '--colour': line.colour, '--ink': inkOn(line.colour) },
				candidates: spots.map((spot) => centredOn(spot, LETTER_SIZE)),
				required: nth === 0,
				nth
			}));
		})
		.sort((a, b) => a.nth - b.nth);
}

/** Black or white, whichever reads better on a `#rrggbb` colour (WCAG relative luminance); white on any other. */
export function inkOn(colour: string): string {
	const channels = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)?.slice(1);
	if (!channels) return '#fff';
	const [r = 0, g = 0, b = 0] = channels.map((hex) => {
		const value = parseInt(hex, 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#10161d' : '#fff';
}
