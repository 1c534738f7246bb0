import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bilanContent } from '$lib/server/documents/bilan/content';
import { writeBilan } from '$lib/server/documents/bilan/write';
import { inventedLogos } from '$lib/server/demo/invented-logos';
import { aSentBilan } from '../domain/network/builders';

/** One file of a zip archive, found by its central directory. */
function entryOf(zip: Uint8Array, name: string): string {
	const file = Buffer.from(zip);
	for (
		let at = file.indexOf('PK\x01\x02', 0, 'latin1');
		at !== -1;
		at = file.indexOf('PK\x01\x02', at + 4, 'latin1')
	) {
		const length = file.readUInt16LE(at + 28);
		if (file.toString('utf8', at + 46, at + 46 + length) !== name) continue;
		const local = file.readUInt32LE(at + 42);
		const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
		const body = file.subarray(start, start + file.readUInt32LE(at + 20));
		return (file.readUInt16LE(at + 10) === 8 ? inflateRawSync(body) : body).toString('utf8');
	}
	throw new Error(`no ${name}`);
}

const content = bilanContent({
	recipient: 'federation',
	recipientName: 'Fédération des CREPI',
	organization: 'MIFE des Trois Rivières',
	bilan: aSentBilan({ narrative: { progress: 'Deux jours.\n\nSans incident.' } }),
	version: 'envoi n° 1',
	draft: false,
	thanks: ['Ville d’Aubenas'],
	marks: [
		{ name: 'MIFE des Trois Rivières', picture: new Uint8Array(Buffer.from(inventedLogos.own, 'base64')) }
	]
});

test('the document to work on has headings, tables with their head repeated, widths kept, and the logo’s name', async () => {
	const xml = entryOf(await writeBilan(content), 'word/document.xml');
	const text = xml.replace(/<[^>]+>/g, '');
	for (const said of [
		'Bilan pour la Fédération des CREPI',
		'Deux jours.',
		'Sans incident.',
		'Ville d’Aubenas'
	])
		expect(text).toContain(said);
	expect(xml.match(/w:val="Heading1"/g)?.length).toBe(content.sections.length);
	const tables = content.sections.filter(({ kind }) => kind !== 'text' && kind !== 'list').length;
	expect(xml.match(/<w:tblHeader/g)).toHaveLength(tables);
	expect(xml.match(/<w:tblLayout w:type="fixed"/g)).toHaveLength(tables);
	expect(xml).toContain('descr="MIFE des Trois Rivières"');
	// In words, never an empty cell for zero.
	expect(text).toContain('non communiqué');
	// The grid: each heading once, across the table.
	expect(xml.match(/<w:gridSpan w:val="4"/g)).toHaveLength(7);
});
