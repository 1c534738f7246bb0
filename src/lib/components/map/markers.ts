import type * as Leaflet from 'leaflet';
import type { Position } from '$lib/domain/rally';
import { around, centredOn, movedApart, type Rect } from '$lib/geo/label-placement';
import type { MapLabel, MapLabels } from './map-labels';
import { latLng, type OpenMap } from './open-map';

export interface MapPoint {
	id: string;
	position: Position;
	/** Says what the place is: « Rendez-vous : salle des fêtes ». */
	label: string;
	/** What is written beside its marker when the whole is too long to stand on a map. */
	short?: string;
	/** One or two characters inside the marker. */
	letter?: string;
	/** Any CSS colour of the ring; the accent otherwise. */
	colour?: string;
	/** At the commune's centre: dashed ring, and said in the name. */
	approximate?: boolean;
	kind: 'meeting' | 'company' | 'closing';
}

const sizes = { meeting: 34, company: 28, closing: 34 } as const;

/** Shapes of the two places that are no company, on a 24-unit square: a flag, and a tick for the end. */
const shapes = {
	meeting: 'M7 21V4m0 1h11l-2.5 4L18 13H7',
	closing: 'M5 12.5l4.5 4.5L19 7.5'
} as const;

export const inWords = ({ label, letter, approximate }: MapPoint): string =>
	[letter ? `${letter} · ` : '', label, approximate ? ' (position approximative)' : ''].join('');

/** Markers are buttons in the order of the list: reached with Tab, pressed with Enter. */
export function drawMarkers(
	{ L }: OpenMap,
	points: readonly MapPoint[],
	onselect?: (id: string) => void
): { group: Leaflet.LayerGroup; byId: Map<string, Leaflet.Marker> } {
	const group = L.layerGroup();
	const byId = new Map<string, Leaflet.Marker>();
	for (const point of points) {
		const size = sizes[point.kind];
		const icon = L.divIcon({
			html: face(point),
			className: `map-point map-point-${point.kind} ${point.approximate ? 'map-point-approximate' : ''}`,
			iconSize: [size, size]
		});
		const marker = L.marker(latLng(point.position), { icon, riseOnHover: true, keyboard: true });
		const tip = document.createElement('span');
		tip.textContent = inWords(point);
		marker.bindTooltip(tip, { direction: 'top', offset: [0, -size / 2], className: 'map-tip' });
		marker.on('add', () => actAsButton(marker, inWords(point), () => onselect?.(point.id)));
		marker.on('click', () => onselect?.(point.id));
		group.addLayer(marker);
		byId.set(point.id, marker);
	}
	return { group, byId };
}

/** Leaflet gives the role of a button, but neither a name nor an answer to Enter and the space bar. */
function actAsButton(marker: Leaflet.Marker, name: string, press: () => void): void {
	const element = marker.getElement();
	element?.setAttribute('aria-label', name);
	element?.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter' && event.key !== ' ') return;
		event.preventDefault();
		press();
	});
}

function face({ kind, letter, colour }: MapPoint): HTMLElement {
	const html = document.createElement('span');
	html.className = 'map-face';
	if (colour) {
		html.classList.add('map-face-coloured');
		html.style.setProperty('--colour', colour);
	}
	if (kind === 'company' || letter) html.textContent = letter ?? '';
	else {
		const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
		const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
		svg.setAttribute('viewBox', '0 0 24 24');
		svg.setAttribute('aria-hidden', 'true');
		path.setAttribute('d', shapes[kind]);
		svg.append(path);
		html.append(svg);
	}
	return html;
}

/** Where each point is shown at this zoom: those that would hide one another stand side by side. */
export function shownApart({ map }: OpenMap, points: readonly MapPoint[]): MapPoint[] {
	const discs = points.map(({ position, kind }) => {
		const { x, y } = map.latLngToContainerPoint(latLng(position));
		return { x, y, radius: sizes[kind] / 2 };
	});
	return movedApart(discs).map(({ x, y }, i) => {
		const { lat, lng } = map.containerPointToLatLng([x, y]);
		return { ...points[i]!, position: { lon: lng, lat } };
	});
}

/** A thread from each marker that had to move to where its place is. */
export function drawThreads(
	{ L, map }: OpenMap,
	points: readonly MapPoint[],
	shown: readonly MapPoint[]
): Leaflet.LayerGroup {
	const group = L.layerGroup();
	for (const [i, { position }] of points.entries()) {
		const ends = [latLng(position), latLng(shown[i]!.position)];
		const [from, to] = ends.map((end) => map.latLngToContainerPoint(end));
		if (from!.distanceTo(to!) < 4) continue;
		group.addLayer(L.polyline(ends, { interactive: false, weight: 1.5, className: 'map-thread' }));
	}
	return group;
}

/** Room the markers take, so that no name hides one. */
export const markerRects = ({ map }: OpenMap, points: readonly MapPoint[]): Rect[] =>
	points.map(({ position, kind }) =>
		centredOn(map.latLngToContainerPoint(latLng(position)), sizes[kind] + 2)
	);

/** Names of the places, beside their markers while there is room; the selected one first. */
export function pointLabels(
	labels: MapLabels,
	{ map }: OpenMap,
	points: readonly MapPoint[],
	selected: string | undefined
): MapLabel[] {
	const importance = (point: MapPoint) => (point.id === selected ? 0 : point.kind === 'company' ? 2 : 1);
	return points
		.toSorted((a, b) => importance(a) - importance(b))
		.map((point) => {
			const centre = map.latLngToContainerPoint(latLng(point.position));
			const name = point.short ?? point.label;
			const text = name.length > 32 ? `${name.slice(0, 31)}…` : name;
			const size = { width: labels.width(text, 13) + 6, height: 18 };
			return {
				id: `point ${point.id}`,
				text,
				className: point.id === selected ? 'map-name map-name-selected' : 'map-name',
				candidates: around(centre, size, sizes[point.kind] / 2 + 4),
				required: point.id === selected
			};
		});
}
