import { deflateRawSync } from 'node:zlib';
import { crc32 } from 'node:zlib';
import { writeXlsx, type WriteSheet } from 'hucre/xlsx';

/*
 * Spreadsheets as people send them, made here: nobody in them exists.
 */

export const text = (content: string): Uint8Array => new TextEncoder().encode(content);

/** What French Windows writes. */
export const windows = (content: string): Uint8Array =>
	Uint8Array.from(content, (character) =>
		character === '’' ? 0x92 : character === '€' ? 0x80 : character === 'œ' ? 0x9c : character.codePointAt(0)!
	);

export const utf16 = (content: string): Uint8Array =>
	new Uint8Array(Buffer.from(`\uFEFF${content}`, 'utf16le'));

/** An archive; `lie` is the size that the directory declares instead of the true one. */
export function zip(files: Record<string, string | Uint8Array>, lie?: number): Uint8Array {
	const parts: Buffer[] = [];
	const directory: Buffer[] = [];
	let at = 0;
	for (const [name, content] of Object.entries(files)) {
		const raw = Buffer.from(content as Uint8Array);
		const packed = deflateRawSync(raw, { level: 9 });
		const local = Buffer.alloc(30);
		local.writeUInt32LE(0x04034b50, 0);
		local.writeUInt16LE(20, 4);
		local.writeUInt16LE(8, 8);
		local.writeUInt32LE(crc32(raw), 14);
		local.writeUInt32LE(packed.length, 18);
		local.writeUInt32LE(lie ?? raw.length, 22);
		local.writeUInt16LE(Buffer.byteLength(name), 26);
		const entry = Buffer.alloc(46);
		entry.writeUInt32LE(0x02014b50, 0);
		entry.writeUInt16LE(20, 4);
		entry.writeUInt16LE(20, 6);
		entry.writeUInt16LE(8, 10);
		entry.writeUInt32LE(crc32(raw), 16);
		entry.writeUInt32LE(packed.length, 20);
		entry.writeUInt32LE(lie ?? raw.length, 24);
		entry.writeUInt16LE(Buffer.byteLength(name), 28);
		entry.writeUInt32LE(at, 42);
		parts.push(local, Buffer.from(name), packed);
		directory.push(entry, Buffer.from(name));
		at += 30 + Buffer.byteLength(name) + packed.length;
	}
	const end = Buffer.alloc(22);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(Object.keys(files).length, 8);
	end.writeUInt16LE(Object.keys(files).length, 10);
	end.writeUInt32LE(Buffer.concat(directory).length, 12);
	end.writeUInt32LE(at, 16);
	return new Uint8Array(Buffer.concat([...parts, ...directory, end]));
}

export const xlsx = async (...sheets: WriteSheet[]): Promise<Uint8Array> =>
	new Uint8Array(await writeXlsx({ sheets }));

/** An OpenDocument file of these tables, as LibreOffice writes them. */
export const ods = (tables: string, styles = ''): Uint8Array =>
	zip({
		mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
		'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="o"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`
	});
