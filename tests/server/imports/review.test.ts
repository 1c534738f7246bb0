import '../auth/people';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importKinds, type ImportKind } from '$lib/domain/import/column';
import { columnsOf, proposeColumns } from '$lib/domain/import/columns';
import { rowStatuses } from '$lib/domain/import/review';
import { cutTable, findHead, likeliestSheet } from '$lib/domain/import/table';
import { readFile } from '$lib/server/spreadsheets/read-file';
import { Reviewer } from '$lib/server/use-cases/imports/review-rows';
import { aRally } from '../../builders';
import { ods, text } from '../spreadsheets/files';

const kinds = Object.keys(importKinds) as ImportKind[];

/** A file as far as its rows: what is proposed for its columns, and what each row would write or is faulted for. */
async function reviewed(kind: ImportKind, bytes: Uint8Array, name = 'x') {
	const read = await readFile(bytes, name);
	if (!read.ok) throw new Error(read.error.code);
	const sheet = read.value.sheets[likeliestSheet(read.value.sheets, kind)]!;
	const { headers, rows } = cutTable(sheet, findHead(sheet, kind));
	const keys = proposeColumns(kind, headers, rows.map(({ cells }) => cells)).map(({ key }) => key); // prettier-ignore
	const reviewer = new Reviewer(kind, aRally(), { keys, defaults: { sector: 'Industrie' } }, [], []);
	const looked = rows.map(({ line, cells }) => reviewer.review({ line, cells: cells.map(({ text }) => text), decision: null })); // prettier-ignore
	return {
		format: read.value.format,
		keys,
		values: looked.map(({ values }) => values),
		repairs: looked.flatMap(({ review }) => review.faults.flatMap(({ repair }) => repair ?? [])),
		faults: looked.flatMap(({ review }) => review.faults.map(({ message }) => message))
	};
}

describe('defects met in real files', () => {
	test('bars for separators, and the same column twice', async () => {
		const { keys, values } = await reviewed('company', text('raison_sociale|dc_commune_id|siret|dc_commune_id\nScierie|Privas|73282932000074|Aubenas\n')); // prettier-ignore
		expect(keys).toEqual(['name', null, 'siret', null]);
		expect(values[0]).toMatchObject({ name: 'Scierie' });
	});
	test('zeros lost, a separator at the end of every line', async () => {
		const { repairs, keys } = await reviewed('company', text('societe;siret;code postal;commune;telephone;\nScierie;5520044600042;7200;Aubenas;475123456;\n')); // prettier-ignore
		expect(keys).toEqual(['name', 'siret', 'postcode', 'commune', 'contactPhone', null]);
		expect(repairs).toEqual(['05520044600042', '07200', '0475123456']);
	});
	test('a mark at the beginning, thousands with spaces that do not break, decimal commas', async () => {
		const { values, faults } = await reviewed('company', text('\ufeffEntreprise;Effectif;Latitude;Longitude;Ville\nScierie;1\u00a0235;44,6151;4,3901;Aubenas\n')); // prettier-ignore
		expect(faults).toEqual([]);
		expect(values[0]).toMatchObject({ size: 'mid', latitude: 44.6151, longitude: 4.3901 });
	});
	test('telephones and genders in every hand', async () => {
		const { values, faults } = await reviewed(
			'participant',
			text(
				'prenom;nom;sexe;telephone\nA;Aa;homme;01 23 45 67 89\nB;Bb;femme;06.12.34.56.78\nC;Cc;h;+33612345679\nD;Dd;f;0033145678901\nE;Ee;masculin;01-23-45-67-80\n'
			)
		);
		expect(faults).toEqual([]);
		expect(values.map((value) => value?.gender)).toEqual(['man', 'woman', 'man', 'woman', 'man']);
	});
	test('accents lost on the way, and capitals', async () => {
		const { keys } = await reviewed('participant', text('PRENOM;NOM;TELEPHONE;DIPLOME;BENEFICIAIRE DU RSA\nAna;Petit;;CAP;oui\n')); // prettier-ignore
		expect(keys).toEqual(['firstName', 'lastName', null, 'diploma', 'statuses:rsa']);
	});
	test('a name that ends in .xls on what is no such file', async () => {
		const cell = (said: string) => `<table:table-cell office:value-type="string"><text:p>${said}</text:p></table:table-cell>`; // prettier-ignore
		const row = (...all: string[]) => `<table:table-row>${all.map(cell).join('')}</table:table-row>`;
		const { format, values } = await reviewed('vehicle', ods(`<table:table table:name="L">${row('Véhicule', 'Places')}${row('Kangoo', '5')}</table:table>`), 'liste.xls'); // prettier-ignore
		expect([format, values[0]!.name, values[0]!.seats]).toEqual(['ods', 'Kangoo', 5]);
	});
});

test.each(kinds)('whatever the cells of a row of « %s », a status and never an exception', (kind) => {
	const columns = columnsOf[kind].map(({ key }) => key);
	const said = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 20 }),
		fc.constantFrom('oui', '0', '-1', '1E+13', '#REF!', '31/02/2027', '2027-06-08 matin', '=1+1', '\u0000', '🦊', '9'.repeat(400), '08/06/2027 de 9h à 8h', 'constructor', '__proto__') // prettier-ignore
	);
	fc.assert(
		fc.property(fc.array(fc.array(said, { minLength: columns.length, maxLength: columns.length }), { maxLength: 4 }), (lines) => {
			const reviewer = new Reviewer(kind, aRally(), { keys: columns, defaults: {} }, [], []);
			for (const [line, cells] of lines.entries()) {
				const { status, values } = reviewer.review({ line, cells, decision: null });
				expect(rowStatuses).toHaveProperty(status);
				expect(values === null).toBe(status !== 'create' && status !== 'update');
			}
		}),
		{ numRuns: 150 }
	); // prettier-ignore
});
