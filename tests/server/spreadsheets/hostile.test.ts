import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importKinds, type ImportKind } from '$lib/domain/import/column';
import { limits } from '$lib/domain/import/sheet';
import { cutTable, findHead, likeliestSheet } from '$lib/domain/import/table';
import { proposeColumns } from '$lib/domain/import/columns';
import { readFile } from '$lib/server/spreadsheets/read-file';
import { readInThread } from '$lib/server/spreadsheets/read-in-thread';
import { ods, text, xlsx, zip } from './files';

const code = async (bytes: Uint8Array) => {
	const result = await readFile(bytes, 'x');
	return result.ok ? 'read' : result.error.code;
};
const zeros = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

describe('files that are refused', () => {
	test.each([
		['empty', new Uint8Array()],
		['empty', text('\n\n ; ; \n')],
		['too-big', zeros(11)],
		['not-a-spreadsheet', text('%PDF-1.7 …')],
		['not-a-spreadsheet', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2])],
		['not-a-spreadsheet', text('<!doctype html><table><tr><td>a')],
		['not-a-spreadsheet', new Uint8Array([1, 2, 3, 0, 0, 0])],
		['not-a-spreadsheet', zip({ 'word/document.xml': '<w/>' })],
		['not-a-spreadsheet', zip({ 'n’importe quoi': 'x' })],
		['damaged', text('PK\u0003\u0004 tronqué')],
		['damaged', zip({ 'xl/workbook.xml': '<workbook/>' })],
		['damaged', ods('').slice(0, 200)],
		['too-many-rows', text('Nom;Ville\n'.repeat(limits.rows + 1000))],
		['too-wide', text(`${'a;'.repeat(300)}\n`.repeat(3))]
	])('%s', async (expected, bytes) => expect(await code(bytes)).toBe(expected));

	test('too many rows, in a workbook too', async () => {
		const rows = Array.from({ length: limits.rows + 500 }, (_, i) => [`Entreprise ${i}`]);
		expect(await code(await xlsx({ name: 'L', rows }))).toBe('too-many-rows');
	});
});

describe('archives that grow', () => {
	const bomb = zeros(150);
	test.each([
		['that say so', undefined],
		['that lie about it', 1000]
	])('%s', async (_, lie) => {
		expect(await code(zip({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': bomb }, lie))).toBe(
			'bomb'
		);
	});
	test('by many small files', async () => {
		const many = Object.fromEntries(Array.from({ length: 2500 }, (_, i) => [`xl/${i}`, 'x']));
		expect(await code(zip({ 'xl/workbook.xml': '<workbook/>', ...many }))).toBe('bomb');
	});
	test('by a cell repeated without end', async () => {
		const cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="150"><text:p>x</text:p></table:table-cell>'; // prettier-ignore
		const rows = `<table:table-row table:number-rows-repeated="1000000">${cell}</table:table-row>`;
		expect(await code(ods(`<table:table table:name="L">${rows}</table:table>`))).toBe('too-many-rows');
	});
});

describe('whatever the bytes, an answer and never an exception', () => {
	const tried = async (bytes: Uint8Array) => {
		const result = await readFile(bytes, 'x');
		if (!result.ok) return void expect(result.error.code).not.toBe('');
		for (const kind of Object.keys(importKinds) as ImportKind[]) {
			const sheet = result.value.sheets[likeliestSheet(result.value.sheets, kind)]!;
			const table = cutTable(sheet, findHead(sheet, kind));
			const proposed = proposeColumns(kind, table.headers, table.rows.map(({ cells }) => cells)); // prettier-ignore
			expect(proposed).toHaveLength(table.headers.length);
			expect(table.rows.every(({ cells }) => cells.length === table.headers.length)).toBe(true);
		}
	};

	test('random bytes', () =>
		fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), tried), { numRuns: 300 }));
	test('random bytes after the mark of an archive', () =>
		fc.assert(
			fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), (bytes) =>
				tried(new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]))
			),
			{ numRuns: 150 }
		));
	test('random text', () =>
		fc.assert(
			fc.asyncProperty(
				fc.string({ unit: fc.constantFrom(...'ab";,|\t\n\r é’=12@.'.split('')), maxLength: 300 }),
				(content) => tried(text(content))
			),
			{ numRuns: 400 }
		));
	test('workbooks cut short, or with bytes changed', async () => {
		const files = [
			await xlsx({
				name: 'L',
				rows: [
					['Nom', 'Ville'],
					['Bricoval', 'Privas']
				]
			}),
			ods(
				'<table:table table:name="L"><table:table-row><table:table-cell office:value-type="string"><text:p>Nom</text:p></table:table-cell></table:table-row></table:table>'
			)
		];
		await fc.assert(
			fc.asyncProperty(
				fc.constantFrom(...files),
				fc.double({ min: 0, max: 1, noNaN: true }),
				fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
				async (file, part, changes) => {
					const bytes = file.slice(0, Math.round(file.length * (part < 0.3 ? part * 3 : 1)));
					for (const [at, byte] of changes) if (bytes.length > 0) bytes[at % bytes.length] = byte;
					await tried(bytes);
				}
			),
			{ numRuns: 250 }
		);
	});
});

test('a file that eats all the memory of its thread ends the thread alone', async () => {
	// Two thousand lines, each with a cell at the far right: small on disk, enormous once laid out.
	const rows = Array.from({ length: 2000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="XFD${i + 1}"><v>1</v></c></row>`); // prettier-ignore
	const rels = (inside: string) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`; // prettier-ignore
	const file = zip({
		'[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>', // prettier-ignore
		'_rels/.rels': rels('<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>'), // prettier-ignore
		'xl/workbook.xml': '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="L" sheetId="1" r:id="r1"/></sheets></workbook>', // prettier-ignore
		'xl/_rels/workbook.xml.rels': rels('<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>'), // prettier-ignore
		'xl/worksheets/sheet1.xml': `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.join('')}</sheetData></worksheet>` // prettier-ignore
	});
	const result = await readInThread(file, 'x.xlsx');
	expect(result.ok ? result.value.sheets[0]!.rows[0]!.length : result.error.code).toBe(1);
});
