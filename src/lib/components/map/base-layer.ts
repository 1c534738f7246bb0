import { asset } from '$app/paths';
import { boxOfLines, outlinesOf, withCommunes } from '$lib/geo/contours';
import type { CommuneBorders, DepartmentBorders, Line, TownRow } from '$lib/geo/contours';
import type { Box } from '$lib/geo/box';
import { backgroundPane, type OpenMap, type Tiles } from './open-map';

export interface Base {
	/** Empty over tiles, which carry names of their own. */
	towns: readonly TownRow[];
	/** Box of the département, to frame a map without points. */
	box: Box | null;
	remove(): void;
}

const attribution = 'Contours © IGN Admin Express 2018 · Insee, La Poste';

/** The ground of the map: shipped outlines, so that nothing is asked of the network; over tiles, a line only. */
export async function drawBase(open: OpenMap, department: string | null, tiles: Tiles | null): Promise<Base> {
	const { L, map } = open;
	const [borders, communes, towns] = await Promise.all([
		shipped<DepartmentBorders>('departments'),
		department !== null && withCommunes.includes(department)
			? shipped<CommuneBorders>(`communes-${department}`)
			: null,
		tiles ? [] : shipped<TownRow[]>('towns')
	]);
	if (!open.isOpen()) return { towns: [], box: null, remove: () => {} };
	const outlines = borders && outlinesOf(department, borders, communes);
	const pane = backgroundPane(open, 'ground', 250);
	// Drawn well beyond the view, so that moving the map never shows where the ground stops.
	const renderer = L.svg({ pane, padding: 0.6 });
	const draw = (lines: readonly Line[], className: string, closed = false) => {
		const shape = lines.map((line) => line.map(([lon, lat]): [number, number] => [lat, lon]));
		const options = {
			className,
			pane,
			renderer,
			interactive: false,
			attribution: tiles ? undefined : attribution
		};
		return closed
			? L.polygon(shape, { ...options, stroke: false, fillOpacity: 1 })
			: L.polyline(shape, { ...options, smoothFactor: 0.8, weight: 1 });
	};
	const layers = L.layerGroup();
	if (tiles) layers.addLayer(L.tileLayer(tiles.url, { attribution: tiles.attribution, maxZoom: 18 }));
	if (outlines && !tiles) {
		layers.addLayer(draw(outlines.land, 'map-land', true));
		layers.addLayer(draw(outlines.neighbours, 'map-neighbours'));
		layers.addLayer(draw(outlines.communes, 'map-communes'));
	}
	if (outlines) layers.addLayer(draw(outlines.department, 'map-department'));
	layers.addTo(map);
	const box = outlines && boxOfLines(outlines.department);
	return {
		towns: tiles ? [] : byPopulation(towns ?? [], communes?.names ?? []),
		box,
		remove: () => layers.remove()
	};
}

/** Both lists in one, most populous first; where they name the same town, once. */
function byPopulation(towns: readonly TownRow[], names: readonly TownRow[]): TownRow[] {
	const known = new Map([...towns, ...names].map((town) => [town.join(), town]));
	return [...known.values()].sort((a, b) => b[3] - a[3]);
}

/** Null without network: the points are still drawn, on an empty ground. */
async function shipped<T>(name: string): Promise<T | null> {
	try {
		const answer = await fetch(asset(`/contours/${name}.json`));
		return answer.ok ? ((await answer.json()) as T) : null;
	} catch {
		return null;
	}
}
