import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { teamTrack } from '../lib/server/documents/tracks/content';
import { drawGeoJson, drawGpx } from '../lib/server/documents/tracks/draw';
import { papers } from './papers';
import { sampleRally } from './sample-rally';

/** `npm run samples`: prints an invented rally into docs/samples, the same bytes each time. */
const FOLDER = 'docs/samples';
mkdirSync(FOLDER, { recursive: true });
const rally = sampleRally(2);
let total = 0;
const keep = (name: string, content: Uint8Array | string) => {
	writeFileSync(join(FOLDER, name), content);
	total += content.length;
};
for (const [name, print] of Object.entries(papers)) keep(`${name}.pdf`, await print(rally));
const track = teamTrack(rally, rally.plan.teams[0]!);
keep('equipe-a.gpx', drawGpx(track));
keep('equipe-a.geojson', drawGeoJson(track));
console.log(`${Object.keys(papers).length + 2} fichiers, ${Math.round(total / 1000)} ko, dans ${FOLDER}`);
