import type { Position } from '$lib/domain/rally';
import type { TeamTrack, TrackDay } from './content';

const STRAIGHT = 'Les lignes donnent l’ordre des visites, non la route.';

/** GPX 1.1: each place once as a waypoint, each day as a route. */
export function drawGpx({ title, letter, version, madeOn, days }: TeamTrack): string {
	const waypoints = placesOf(days).map(({ name, at, says }) =>
		point('wpt', at, [tag('name', name), tag('desc', says)], '  ')
	);
	const routes = days.map(({ name, points }, i) =>
		[
			'  <rte>',
			`    ${tag('name', name)}`,
			`    ${tag('desc', STRAIGHT)}`,
			`    <number>${i + 1}</number>`,
			...points.map((one) => point('rtept', one.at, [tag('name', one.name), tag('desc', one.says)], '    ')),
			'  </rte>'
		].join('\n')
	);
	return [
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<gpx version="1.1" creator="Équipage" xmlns="http://www.topografix.com/GPX/1/1">',
		'  <metadata>',
		`    ${tag('name', `${title}, équipe ${letter}, version ${version}`)}`,
		`    <time>${madeOn.toISOString()}</time>`,
		'  </metadata>',
		...waypoints,
		...routes,
		'</gpx>',
		''
	].join('\n');
}

/** GeoJSON (RFC 7946): a point for each stop, in order, and a line for each day. */
export function drawGeoJson({ title, letter, version, days }: TeamTrack): string {
	const features = days.flatMap(({ date, name, points }) => [
		...points.map((one, i) => ({
			type: 'Feature',
			geometry: { type: 'Point', coordinates: lonLat(one.at) },
			properties: {
				date,
				order: i,
				kind: one.kind,
				name: one.name,
				description: one.says,
				approximate: one.approximate
			}
		})),
		...(points.length < 2
			? []
			: [
					{
						type: 'Feature',
						geometry: { type: 'LineString', coordinates: points.map(({ at }) => lonLat(at)) },
						properties: { date, kind: 'route', name, description: STRAIGHT }
					}
				])
	]);
	return `${JSON.stringify({ type: 'FeatureCollection', name: `${title}, équipe ${letter}, version ${version}`, features }, null, '\t')}\n`; // prettier-ignore
}

/** Each place once, at its first hour. */
function placesOf(days: readonly TrackDay[]): TrackDay['points'] {
	const known = new Map<string, TrackDay['points'][number]>();
	for (const one of days.flatMap(({ points }) => points)) {
		const key = `${one.name} ${lonLat(one.at).join()}`;
		if (!known.has(key)) known.set(key, one);
	}
	return [...known.values()];
}

const point = (type: string, at: Position, inside: string[], margin: string): string =>
	[
		`${margin}<${type} lat="${degrees(at.lat)}" lon="${degrees(at.lon)}">`,
		...inside.map((line) => `${margin}  ${line}`),
		`${margin}</${type}>`
	].join('\n');

/** A tenth of a metre: what is known is never finer. */
const degrees = (value: number): number => Number(value.toFixed(6));
const lonLat = ({ lon, lat }: Position): [number, number] => [degrees(lon), degrees(lat)];

const tag = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

/** XML 1.0 takes no control character, not even escaped. */
const escaped = (text: string): string =>
	text
		// eslint-disable-next-line no-control-regex
		.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
		.toWellFormed()
		.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]!);
