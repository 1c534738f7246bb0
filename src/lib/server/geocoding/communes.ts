import { gunzipSync } from 'node:zlib';
import type { Position } from '$lib/domain/rally';
import { CommuneTable, type CommuneRow } from '$lib/geo/communes';
// As a data: URL the table travels inside the built server: no path to find at run time.
import table from './tables/communes_fr_2026.json.gz?url&inline';

let read: CommuneTable | undefined;

/** The communes of France in 2026, read on first use. Sources and licences: tables/ATTRIBUTION.md. */
export function communes(): CommuneTable {
	if (!read) {
		const json = gunzipSync(Buffer.from(table.slice(table.indexOf(',') + 1), 'base64')).toString('utf8');
		read = new CommuneTable(JSON.parse(json) as CommuneRow[]);
	}
	return read;
}

export interface Located {
	/** The commune's centre, 1.2 km from a real address at the median: always shown as approximate. */
	position: Position;
	precision: 'commune';
	insee: string;
	name: string;
	department: string;
}

/** Where an address is, as far as its commune and postcode tell; null when they name no commune, or several. */
export function locate(address: { commune: string; postcode: string }): Located | null {
	const found = communes().identify(address);
	if (!found?.position) return null;
	const { position, insee, name, department } = found;
	return { position, precision: 'commune', insee, name, department };
}
