import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { teamTrack } from '../../src/lib/server/documents/tracks/content';
import { drawGeoJson, drawGpx } from '../../src/lib/server/documents/tracks/draw';
import { crowdedRally, valleyRally, type PrintedRally } from './rallies';

const trackOf = (rally: PrintedRally, letter = 'A') =>
	teamTrack(
		rally,
		rally.plan.teams.find((team) => team.letter === letter)!
	);

/** A strict enough reader of XML: elements nested and closed, texts with their entities. Throws otherwise. */
function readXml(
	xml: string
): { name: string; attributes: Record<string, string>; text: string; depth: number }[] {
	const found: ReturnType<typeof readXml> = [];
	const open: number[] = [];
	const plain = (text: string) => {
		if (/[<>]|&(?!(amp|lt|gt|quot);)/.test(text)) throw new Error(`not text: ${text}`);
		return text.replace(/&(amp|lt|gt|quot);/g, (_, of: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[of]!); // prettier-ignore
	};
	const body = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
	let at = 0;
	for (const match of body.matchAll(/<(\/?)([a-z]+)((?: [a-zA-Z:]+="[^"<]*")*)>/g)) {
		const inner = body.slice(at, match.index);
		at = match.index + match[0].length;
		if (open.length > 0) found[open.at(-1)!]!.text += plain(inner);
		else if (inner.trim()) throw new Error('text outside');
		if (match[1]) {
			if (found[open.pop()!]?.name !== match[2]) throw new Error(`${match[2]} closed`);
			continue;
		}
		const attributes = Object.fromEntries([...match[3]!.matchAll(/([a-zA-Z:]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!])); // prettier-ignore
		found.push({ name: match[2]!, attributes, text: '', depth: open.length });
		open.push(found.length - 1);
	}
	if (open.length > 0 || body.slice(at).trim()) throw new Error('left open');
	return found;
}

describe('a GPX file', () => {
	it('has each place once, and a route a day from the meeting point back to it', () => {
		const elements = readXml(drawGpx(trackOf(valleyRally())));
		expect(elements[0]).toMatchObject({ name: 'gpx', attributes: { version: '1.1' } });
		const of = (name: string) => elements.filter((one) => one.name === name);
		expect(of('rte')).toHaveLength(2);
		expect(of('wpt')).toHaveLength(7);
		// Four visits, then two, each with the meeting point at both ends.
		expect(of('rtept')).toHaveLength(6 + 4);
		expect(of('rtept')[0]!.attributes).toEqual({ lat: '44.615', lon: '4.405' });
		const names = elements
			.filter(({ name, depth }) => name === 'name' && depth === 3)
			.map(({ text }) => text);
		expect(names.slice(0, 3)).toEqual(['MIFE, salle Ouvèze', 'Menuiserie Roche', 'Tissages du Vivarais']);
	});

	it('stays well formed whatever a company is called', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
				const rally = valleyRally();
				rally.companies[0]!.name = `${name} & <fils> "x"`;
				const elements = readXml(drawGpx(trackOf(rally)));
				expect(elements.some(({ text }) => text.endsWith('& <fils> "x"'))).toBe(true);
			}),
			{ numRuns: 100 }
		);
	});
});

describe('a GeoJSON file', () => {
	it('has a point a stop, in order, and a line a day', () => {
		const { type, features } = JSON.parse(drawGeoJson(trackOf(valleyRally()))) as {
			type: string;
			features: { geometry: { type: string; coordinates: unknown[] }; properties: Record<string, unknown> }[];
		};
		expect(type).toBe('FeatureCollection');
		const lines = features.filter(({ geometry }) => geometry.type === 'LineString');
		expect(lines.map(({ geometry }) => geometry.coordinates.length)).toEqual([6, 4]);
		const first = features.filter(
			({ properties }) => properties.date === '2027-06-08' && 'order' in properties
		);
		expect(first.map(({ properties }) => properties.name)).toEqual([
			'MIFE, salle Ouvèze',
			'Menuiserie Roche',
			'Tissages du Vivarais',
			'EHPAD Les Tilleuls',
			'Primeurs Delorme',
			'MIFE, salle Ouvèze'
		]);
		expect(first[0]!.geometry.coordinates).toEqual([4.405, 44.615]);
		expect(first.find(({ properties }) => properties.name === 'EHPAD Les Tilleuls')!.properties.approximate).toBe(true); // prettier-ignore
	});

	it('leaves out what nobody placed, and needs no meeting point', () => {
		const track = trackOf(crowdedRally());
		expect(track.days[0]!.unplaced).toEqual(['Atelier sans adresse']);
		const rally = valleyRally();
		rally.rally = { ...rally.rally, meetingPoint: null };
		rally.companies = rally.companies.map((company) => ({ ...company, position: null }));
		expect(JSON.parse(drawGeoJson(trackOf(rally)))).toMatchObject({ features: [] });
		expect(readXml(drawGpx(trackOf(rally))).filter(({ name }) => name === 'rtept')).toEqual([]);
	});
});

it('neither says anything of a person', () => {
	for (const rally of [valleyRally(), crowdedRally()]) {
		const all = drawGpx(trackOf(rally)) + drawGeoJson(trackOf(rally));
		for (const word of ['Ana', 'Billy', 'Nomdefamille', 'Vernet', 'Marchetti', '04 75', '06 ', 'rsa'])
			expect(all).not.toContain(word);
	}
});
