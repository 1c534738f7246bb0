import type * as Leaflet from 'leaflet';
import type { TownRow } from '$lib/geo/contours';
import { centredOn, placeLabels, type Label, type Rect } from '$lib/geo/label-placement';
import { backgroundPane, type OpenMap } from './open-map';

export interface MapLabel extends Label {
	text: string;
	className: string;
	/** Said with CSS custom properties. */
	style?: Record<string, string>;
}

/** Labels that never cover one another, arranged anew whenever the view changes. */
export class MapLabels {
	/** What labels keep clear of, in pixels of the container. */
	obstacles: () => Rect[] = () => [];
	/** Most important first. */
	layers: (() => MapLabel[])[] = [];

	readonly #open: OpenMap;
	readonly #group: Leaflet.LayerGroup;
	readonly #pen = document.createElement('canvas').getContext('2d');
	#waiting = 0;

	constructor(open: OpenMap) {
		this.#open = open;
		backgroundPane(open, 'labels', 580);
		this.#group = open.L.layerGroup().addTo(open.map);
		open.map.on('moveend zoomend resize', () => this.arrange());
		open.map.on('unload', () => cancelAnimationFrame(this.#waiting));
	}

	/** At the next frame: several changes in a row cost one arrangement. */
	arrange(): void {
		cancelAnimationFrame(this.#waiting);
		this.#waiting = requestAnimationFrame(() => {
			// The page may be left between two frames.
			if (this.#open.isOpen()) this.#draw();
		});
	}

	width(text: string, pixels: number, weight = 600): number {
		if (!this.#pen) return text.length * pixels * 0.55;
		this.#pen.font = `${weight} ${pixels}px ${getComputedStyle(this.#open.map.getContainer()).fontFamily}`;
		return Math.ceil(this.#pen.measureText(text).width) + 2;
	}

	#draw(): void {
		const { L, map } = this.#open;
		const labels = this.layers.flatMap((layer) => layer());
		const { x, y } = map.getSize();
		const frame = { left: 2, top: 2, width: x - 4, height: y - 4 };
		const placed = placeLabels(labels, [...this.obstacles(), ...this.#controls()], frame);
		this.#group.clearLayers();
		for (const { id, text, className, style } of labels) {
			const rect = placed.get(id);
			if (!rect) continue;
			const html = document.createElement('span');
			html.textContent = text;
			for (const [name, value] of Object.entries(style ?? {})) html.style.setProperty(name, value);
			const icon = L.divIcon({
				html,
				className: `map-label ${className}`,
				iconSize: [rect.width, rect.height],
				iconAnchor: [0, 0]
			});
			const corner = map.containerPointToLatLng([rect.left, rect.top]);
			L.marker(corner, { icon, pane: 'labels', interactive: false, keyboard: false }).addTo(this.#group);
		}
	}

	/** Nothing is written under the buttons, the scale and the attribution. */
	#controls(): Rect[] {
		const container = this.#open.map.getContainer();
		const origin = container.getBoundingClientRect();
		return [...container.querySelectorAll('.leaflet-control')].map((control) => {
			const { left, top, width, height } = control.getBoundingClientRect();
			return {
				left: left - origin.left - container.clientLeft,
				top: top - origin.top - container.clientTop,
				width,
				height
			};
		});
	}
}

/** Names of the larger communes in view, over their centre; the most populous win the room. */
export function townLabels(labels: MapLabels, { map }: OpenMap, towns: readonly TownRow[]): MapLabel[] {
	const view = map.getBounds();
	return towns
		.filter(([, lon, lat]) => view.contains([lat, lon]))
		.slice(0, 120)
		.map(([text, lon, lat, population]) => {
			const large = population >= 10_000;
			const { x, y } = map.latLngToContainerPoint([lat, lon]);
			const width = labels.width(text, large ? 15 : 13) + 24;
			return {
				id: `town ${lon} ${lat}`,
				text,
				className: large ? 'map-town map-town-large' : 'map-town',
				candidates: [0, -12, 12].map((shift) => centredOn({ x, y: y + shift }, width, large ? 26 : 32))
			};
		});
}
