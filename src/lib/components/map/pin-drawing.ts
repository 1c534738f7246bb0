import type * as Leaflet from 'leaflet';
import { boxAround } from '$lib/geo/box';
import type { Position } from '$lib/domain/rally';
import { drawBase, type Base } from './base-layer';
import { MapLabels, townLabels } from './map-labels';
import { bounds, latLng, openMap, type OpenMap, type Tiles } from './open-map';

/** Pixels that one press of an arrow key moves the pin; one with Shift. */
const STEP = 10;

const arrows: Record<string, [number, number]> = {
	ArrowUp: [0, -1],
	ArrowDown: [0, 1],
	ArrowLeft: [-1, 0],
	ArrowRight: [1, 0]
};

type Moved = (position: Position) => void;

/** A map with one pin: dragged, moved with the arrow keys, or put where the map is clicked. Only shown without `moved`. */
export class PinDrawing {
	readonly #open: OpenMap;
	readonly #labels: MapLabels;
	readonly #moved: Moved | null;
	#base: Base | null = null;
	#baseRequest = 0;
	#pin: Leaflet.Marker | null = null;

	static async open(node: HTMLElement, moved: Moved | null): Promise<PinDrawing> {
		return new PinDrawing(await openMap(node), moved);
	}

	private constructor(open: OpenMap, moved: Moved | null) {
		this.#open = open;
		this.#moved = moved;
		this.#labels = new MapLabels(open);
		this.#labels.layers = [() => townLabels(this.#labels, open, this.#base?.towns ?? [])];
		if (moved) open.map.on('click', ({ latlng }) => this.#tell(latlng));
	}

	async base(department: string | null, tiles: Tiles | null): Promise<void> {
		const request = ++this.#baseRequest;
		const base = await drawBase(this.#open, department, tiles);
		// Another ground was asked for meanwhile, or the page was left.
		if (request !== this.#baseRequest || !this.#open.isOpen()) return base.remove();
		this.#base?.remove();
		this.#base = base;
		if (!this.#open.isOpen()) return;
		if (!this.#pin && this.#base.box) this.#open.map.fitBounds(bounds(this.#base.box));
		this.#labels.arrange();
	}

	/** Where the pin is now, in view. */
	show(position: Position | null, approximate: boolean): void {
		if (!position) {
			this.#pin?.remove();
			this.#pin = null;
			return;
		}
		const first = !this.#pin;
		this.#pin ??= this.#newPin(position);
		this.#pin.setLatLng(latLng(position));
		this.#pin.getElement()?.classList.toggle('map-pin-approximate', approximate);
		const box = first ? boxAround([position], 4000) : null;
		if (box) this.#open.map.fitBounds(bounds(box));
		else this.#open.map.panInside(latLng(position), { padding: [40, 60] });
	}

	/** The middle of what is in view. */
	get centre(): Position {
		return positionOf(this.#open.map.getCenter());
	}

	close(): void {
		this.#open.close();
	}

	#newPin(position: Position): Leaflet.Marker {
		const { L, map } = this.#open;
		const icon = L.divIcon({ html: shape(), className: 'map-pin', iconSize: [32, 42], iconAnchor: [16, 41] });
		const at = latLng(position);
		if (!this.#moved) return L.marker(at, { icon, interactive: false, keyboard: false }).addTo(map);
		const pin = L.marker(at, { icon, draggable: true, autoPan: true, title: 'Repère à déplacer' });
		pin.on('dragend', () => this.#tell(pin.getLatLng()));
		pin.addTo(map);
		const element = pin.getElement();
		element?.setAttribute('aria-label', 'Repère : les flèches du clavier le déplacent');
		element?.addEventListener('keydown', (event) => this.#nudge(event));
		return pin;
	}

	#nudge(event: KeyboardEvent): void {
		const arrow = arrows[event.key];
		if (!arrow || !this.#pin) return;
		// The map would otherwise pan, and the page scroll.
		event.preventDefault();
		event.stopPropagation();
		const step = event.shiftKey ? 1 : STEP;
		const { map } = this.#open;
		const at = map.latLngToContainerPoint(this.#pin.getLatLng());
		this.#tell(map.containerPointToLatLng([at.x + arrow[0] * step, at.y + arrow[1] * step]));
	}

	#tell(at: Leaflet.LatLng): void {
		this.#moved?.(positionOf(at));
	}
}

/** To 5 decimals, about a metre. */
const positionOf = ({ lat, lng }: Leaflet.LatLng): Position => ({
	lon: Math.round(lng * 1e5) / 1e5,
	lat: Math.round(lat * 1e5) / 1e5
});

function shape(): SVGElement {
	const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
	svg.setAttribute('viewBox', '0 0 32 42');
	svg.setAttribute('aria-hidden', 'true');
	const drop = document.createElementNS(svg.namespaceURI, 'path');
	drop.setAttribute(
		'd',
		'M16 1.5C8 1.5 1.5 7.9 1.5 15.8 1.5 26.3 16 40.5 16 40.5s14.5-14.2 14.5-24.7C30.5 7.9 24 1.5 16 1.5Z'
	);
	const hole = document.createElementNS(svg.namespaceURI, 'circle');
	for (const [name, value] of [
		['cx', '16'],
		['cy', '15.8'],
		['r', '5.5']
	] as const)
		hole.setAttribute(name, value);
	svg.append(drop, hole);
	return svg as SVGElement;
}
