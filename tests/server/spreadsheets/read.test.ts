import { describe, expect, test } from 'vitest';
import type { Sheet } from '$lib/domain/import/sheet';
import { readFile, readText } from '$lib/server/spreadsheets/read-file';
import { readInThread } from '$lib/server/spreadsheets/read-in-thread';
import { findSeparator } from '$lib/server/spreadsheets/separated';
import { ods, text, utf16, windows, xlsx } from './files';

const read = async (bytes: Uint8Array) => {
	const result = await readFile(bytes, 'liste.csv');
	if (!result.ok) throw new Error(result.error.code);
	return result.value;
};
const shown = ({ rows }: Sheet) => rows.map((row) => row.map((cell) => cell.text).join('|'));

describe('text', () => {
	const content = 'Entreprise;Commune\r\nL’Œuvre à façon;Bourg-Saint-Andéol\r\n';
	test.each([
		['utf-8', text(content)],
		['utf-8', text(`\uFEFF${content}`)],
		['utf-16', utf16(content)]
	] as const)('in %s', async (encoding, bytes) => {
		const { sheets, ...found } = await read(bytes);
		expect(found).toEqual({ format: 'csv', encoding, separator: ';' });
		expect(shown(sheets[0]!)).toEqual(['Entreprise|Commune', 'L’Œuvre à façon|Bourg-Saint-Andéol']);
	});
	test('in windows-1252, which nothing announces', async () => {
		const { sheets, encoding } = await read(windows('Entreprise;Commune\nL’œuvre à façon;Andéol\n'));
		expect(encoding).toBe('windows-1252');
		expect(shown(sheets[0]!)[1]).toBe('L’œuvre à façon|Andéol');
	});

	test.each([
		[';', 'Nom;Ville\nA, B et fils;Privas\nC, D;Aubenas\n'],
		[',', 'Nom,Ville\n"A; B",Privas\nC,Aubenas\n'],
		['\t', 'Nom\tVille\nA, B\tPrivas\n'],
		['|', 'Nom|Ville\nA, B|Privas\n'],
		['|', 'sep=|\nNom;x|Ville\n'],
		[';', 'Titre du tableau\n\nNom;Ville;Tel\nA;B;1,5\nC;D;2,5\n']
	])('cut at « %s »', (separator, content) => expect(findSeparator(content)).toBe(separator));

	test('with quotation marks doubled, over several lines, in the middle, or never closed', () => {
		const rows = (content: string) => {
			const result = readText(content, 'x');
			return result.ok ? shown(result.value.sheets[0]!) : result.error;
		};
		expect(rows('a;"b ""c""";d\n"ligne 1\nligne 2";"x;y";z')).toEqual([
			'a|b "c"|d',
			'ligne 1\nligne 2|x;y|z'
		]);
		expect(rows('Nom;Ville\n"Le Relais;Privas\nCafé "des" Arts;Aubenas\n')).toEqual(['Nom|Ville', '"Le Relais|Privas', 'Café "des" Arts|Aubenas']); // prettier-ignore
		expect(rows('a;b\r\rc;d\r')).toEqual(['a|b', '', 'c|d']);
	});

	test('pasted from a spreadsheet', () => {
		const result = readText('Prénom\tNom\nAna\tPetit\n', 'Cellules collées');
		expect(result.ok && shown(result.value.sheets[0]!)).toEqual(['Prénom|Nom', 'Ana|Petit']);
	});
});

describe('XLSX', () => {
	test('cells as a person reads them: dates, times, commas, zeros put back by a format, formulas by their result', async () => {
		const bytes = await xlsx(
			{
				name: 'Liste',
				rows: [
					['Nom', 'Jour', 'Heure', 'CP', 'Tel', 'Note', 'SIRET', 'Oui', 'Calcul'],
					['Bricoval', new Date('2027-06-08T00:00:00Z'), 0.375, 7200, 475123456, 4.5, 73282932000074, true, 3]
				],
				cells: new Map([
					['1,1', { style: { numFmt: 'dd/mm/yyyy' } }],
					['1,2', { style: { numFmt: 'hh:mm' } }],
					['1,3', { style: { numFmt: '00000' } }],
					['1,4', { style: { numFmt: '0#" "##" "##" "##" "##' } }],
					['1,8', { formula: 'SUM(1,2)', formulaResult: 3 }]
				])
			},
			{ name: 'Cachée', rows: [['secret']], hidden: true }
		);
		const { sheets, format } = await read(bytes);
		expect(format).toBe('xlsx');
		expect(shown(sheets[0]!)[1]).toBe(
			'Bricoval|2027-06-08|09:00|07200|04 75 12 34 56|4,5|73282932000074|oui|3'
		);
		expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['Liste', false], ['Cachée', true]]); // prettier-ignore
	});

	test('merged headers head all their columns; formatting to the far right costs nothing', async () => {
		const far = { value: null, style: { numFmt: '0' } };
		const { sheets } = await read(
			await xlsx({
				name: 'Liste',
				rows: [
					['Entreprise', 'Contact', null],
					['Nom', 'Nom', 'Tel'],
					['Bricoval', 'Mme Roux', 1]
				],
				merges: [{ startRow: 0, endRow: 0, startCol: 1, endCol: 2 }],
				cells: new Map([['2,16000', far]])
			})
		);
		expect(shown(sheets[0]!)).toEqual(['Entreprise|Contact|Contact', 'Nom|Nom|Tel', 'Bricoval|Mme Roux|1']);
	});

	test('a formula that was never calculated leaves an empty cell, and is counted', async () => {
		const { sheets } = await read(
			await xlsx({ name: 'L', rows: [['Nom', 'Ville'], ['A', null]], cells: new Map([['1,1', { formula: 'A1' }]]) }) // prettier-ignore
		);
		expect(shown(sheets[0]!)).toEqual(['Nom|Ville', 'A']);
		expect(sheets[0]!.unsolvedFormulas).toBe(1);
	});
});

describe('ODS', () => {
	const cell = (inside: string, attributes = 'office:value-type="string"') =>
		`<table:table-cell ${attributes}><text:p>${inside}</text:p></table:table-cell>`;
	const row = (...cells: string[]) => `<table:table-row>${cells.join('')}</table:table-row>`;
	const rest = '<table:table-cell table:number-columns-repeated="16376"/>';
	const endless = `<table:table-row table:number-rows-repeated="1048566">${rest}</table:table-row>`;

	test('as LibreOffice writes it, endless empty cells included', async () => {
		const { sheets, format } = await read(
			ods(
				`<table:table table:name="Liste" table:style-name="ta1">${row(
					`<table:table-cell office:value-type="string" table:number-columns-spanned="2"><text:p>L&apos;équipe <text:span>A</text:span></text:p></table:table-cell><table:covered-table-cell/>`,
					rest
				)}${row(
					cell('8 juin', 'office:value-type="date" office:date-value="2027-06-08"'),
					cell('07200', 'office:value-type="float" office:value="7200"'),
					cell('4,50', 'office:value-type="float" office:value="4.5"'),
					cell('9:00', 'office:value-type="time" office:time-value="PT09H00M00S"'),
					'<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>a</text:p><text:p>b</text:p></table:table-cell>',
					rest
				).repeat(
					2
				)}${endless}</table:table><table:table table:name="Cachée" table:style-name="ta2">${row(cell('x'))}</table:table>`,
				'<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
			)
		);
		expect(format).toBe('ods');
		expect(shown(sheets[0]!)).toEqual(["L'équipe A|L'équipe A", '2027-06-08|07200|4,5|09:00|a\nb', '2027-06-08|07200|4,5|09:00|a\nb']); // prettier-ignore
		expect(sheets[1]).toMatchObject({ name: 'Cachée', hidden: true });
	});
});

test('a file is read in a thread like anywhere else', async () => {
	const result = await readInThread(text('Nom;Ville\nBricoval;Privas\n'), 'liste.csv');
	expect(result.ok && shown(result.value.sheets[0]!)).toEqual(['Nom|Ville', 'Bricoval|Privas']);
});
