import type { OpenMap } from './open-map';

/** A button under the zoom: brings every place back into view. */
export function fitControl({ L, map }: OpenMap, fit: () => void): void {
	const control = new L.Control({ position: 'topleft' });
	control.onAdd = () => {
		const bar = L.DomUtil.create('div', 'leaflet-bar');
		const button = L.DomUtil.create('button', 'map-fit', bar);
		button.type = 'button';
		button.title = 'Tout voir';
		button.setAttribute('aria-label', 'Tout voir');
		L.DomEvent.disableClickPropagation(bar);
		L.DomEvent.on(button, 'click', fit);
		return bar;
	};
	control.addTo(map);
}
