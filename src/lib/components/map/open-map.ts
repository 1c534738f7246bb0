import type * as Leaflet from 'leaflet';
import type { Box } from '$lib/geo/box';
import type { Position } from '$lib/domain/rally';

export type L = typeof Leaflet;

export interface OpenMap {
	L: L;
	map: Leaflet.Map;
	/** False once closed: what was fetched meanwhile has nowhere to be drawn. */
	isOpen(): boolean;
	close(): void;
}

export interface Tiles {
	url: string;
	attribution: string;
}

/** A place to start from until the points are known: mainland France. */
const france: Box = { west: -4.8, south: 42.3, east: 8.2, north: 51.1 };

export const latLng = ({ lon, lat }: Position): [number, number] => [lat, lon];

export const bounds = (box: Box): [[number, number], [number, number]] => [
	[box.south, box.west],
	[box.north, box.east]
];

/** An empty Leaflet map in French. The library needs a window: it is fetched here, in the browser only. */
export async function openMap(node: HTMLElement): Promise<OpenMap> {
	const L = await import('leaflet');
	const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	// One finger scrolls the page and two move the map; the wheel scrolls until the map has been entered.
	const touch = matchMedia('(pointer: coarse)').matches;
	const map = L.map(node, {
		zoomControl: false,
		dragging: !touch,
		scrollWheelZoom: false,
		zoomAnimation: !still,
		fadeAnimation: !still,
		markerZoomAnimation: !still,
		inertia: !still,
		zoomSnap: 0.25,
		zoomDelta: 0.75,
		minZoom: 5,
		maxZoom: 18
	});
	map.attributionControl.setPrefix(false);
	L.control.zoom({ zoomInTitle: 'Zoomer', zoomOutTitle: 'Dézoomer' }).addTo(map);
	L.control.scale({ imperial: false, position: 'topright' }).addTo(map);
	map.on('focus', () => map.scrollWheelZoom.enable());
	map.on('blur', () => map.scrollWheelZoom.disable());
	map.fitBounds(bounds(france));
	const resized = new ResizeObserver(() => map.invalidateSize({ animate: false }));
	resized.observe(node);
	let zooming = false;
	map.on('zoomanim', () => (zooming = true));
	map.on('zoomend', () => (zooming = false));
	let open = true;
	const close = () => {
		open = false;
		resized.disconnect();
		// Leaflet ends a zoom it has begun whatever happens, and stumbles when the map is gone by then.
		if (zooming) map.once('moveend', () => map.remove());
		else map.remove();
	};
	return { L, map, close, isOpen: () => open };
}

/** A layer of its own, above what has a smaller `level`; not for pointers nor screen readers. */
export function backgroundPane({ map }: OpenMap, name: string, level: number): string {
	const pane = map.getPane(name) ?? map.createPane(name);
	pane.style.zIndex = String(level);
	pane.style.pointerEvents = 'none';
	pane.setAttribute('aria-hidden', 'true');
	return name;
}
