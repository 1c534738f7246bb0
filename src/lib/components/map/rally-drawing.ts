import type * as Leaflet from 'leaflet';
import { boxAround } from '$lib/geo/box';
import type { Position } from '$lib/domain/rally';
import { drawBase, type Base } from './base-layer';
import { fitControl } from './fit-control';
import { drawLines, lineLetters, type MapLine } from './lines';
import { MapLabels, townLabels } from './map-labels';
import { drawMarkers, drawThreads, markerRects, pointLabels, shownApart, type MapPoint } from './markers';
import { bounds, latLng, openMap, type OpenMap, type Tiles } from './open-map';

/** Everything of the rally on one Leaflet map; each part is replaced alone when its data change. */
export class RallyDrawing {
	readonly #open: OpenMap;
	readonly #labels: MapLabels;
	#base: Base | null = null;
	#baseRequest = 0;
	#points: readonly MapPoint[] = [];
	/** The same points where they are shown, apart from one another. */
	#shown: readonly MapPoint[] = [];
	#threads: Leaflet.LayerGroup | null = null;
	#markers: ReturnType<typeof drawMarkers> | null = null;
	#lines: readonly MapLine[] = [];
	#routes: ReturnType<typeof drawLines> | null = null;
	#selected: string | undefined;
	#framed = '';

	static async open(node: HTMLElement): Promise<RallyDrawing> {
		return new RallyDrawing(await openMap(node));
	}

	private constructor(open: OpenMap) {
		this.#open = open;
		this.#labels = new MapLabels(open);
		this.#labels.obstacles = () => markerRects(open, this.#shown);
		this.#labels.layers = [
			() => lineLetters(open, this.#lines, this.#routes?.drawn ?? []),
			() => pointLabels(this.#labels, open, this.#shown, this.#selected),
			() => townLabels(this.#labels, open, this.#base?.towns ?? [])
		];
		open.map.on('zoomend', () => this.#apart());
		fitControl(open, () => this.#frame());
	}

	async base(department: string | null, tiles: Tiles | null): Promise<void> {
		const request = ++this.#baseRequest;
		const base = await drawBase(this.#open, department, tiles);
		if (request !== this.#baseRequest || !this.#open.isOpen()) return base.remove();
		this.#base?.remove();
		this.#base = base;
		if (this.#positions().length === 0) this.#frame();
		this.#labels.arrange();
	}

	points(points: readonly MapPoint[], onselect: (id: string) => void): void {
		const focused = [...(this.#markers?.byId ?? [])].find(
			([, marker]) => marker.getElement() === document.activeElement
		)?.[0];
		this.#markers?.group.remove();
		this.#points = points;
		this.#markers = drawMarkers(this.#open, points, onselect);
		this.#markers.group.addTo(this.#open.map);
		this.#frameOnce();
		this.#apart();
		this.#mark();
		if (focused !== undefined) this.#markers.byId.get(focused)?.getElement()?.focus({ preventScroll: true });
	}

	lines(lines: readonly MapLine[]): void {
		this.#routes?.group.remove();
		this.#lines = lines;
		this.#routes = drawLines(this.#open, lines);
		this.#routes.group.addTo(this.#open.map);
		this.#labels.arrange();
		this.#frameOnce();
	}

	select(id: string | undefined): void {
		this.#selected = id;
		this.#mark();
		const marker = id === undefined ? undefined : this.#markers?.byId.get(id);
		if (marker) this.#open.map.panInside(marker.getLatLng(), { padding: [60, 60] });
	}

	close(): void {
		this.#baseRequest++;
		this.#open.close();
	}

	#apart(): void {
		this.#shown = shownApart(this.#open, this.#points);
		for (const { id, position } of this.#shown) this.#markers?.byId.get(id)?.setLatLng(latLng(position));
		this.#threads?.remove();
		this.#threads = drawThreads(this.#open, this.#points, this.#shown).addTo(this.#open.map);
		this.#labels.arrange();
	}

	#mark(): void {
		for (const [id, marker] of this.#markers?.byId ?? new Map<string, Leaflet.Marker>()) {
			const chosen = id === this.#selected;
			marker.getElement()?.classList.toggle('map-point-selected', chosen);
			marker.setZIndexOffset(chosen ? 1000 : 0);
		}
		this.#labels.arrange();
	}

	#positions(): Position[] {
		return [
			...this.#points,
			...this.#lines.flatMap((line) => line.positions.map((position) => ({ position })))
		].map(({ position }) => position);
	}

	/** The view is the reader's own once chosen: it moves again only when the places themselves change. */
	#frameOnce(): void {
		const places = JSON.stringify(this.#positions());
		if (places === this.#framed) return;
		this.#framed = places;
		this.#frame();
	}

	#frame(): void {
		const box = boxAround(this.#positions(), 800) ?? this.#base?.box;
		if (box) this.#open.map.fitBounds(bounds(box), { padding: [28, 28], maxZoom: 13 });
	}
}
