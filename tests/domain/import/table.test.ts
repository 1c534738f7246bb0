import { describe, expect, test } from 'vitest';
import { importKinds, type ImportKind } from '$lib/domain/import/column';
import { columnsOf, proposeColumns } from '$lib/domain/import/columns';
import { Known, companyIdentity, personIdentity } from '$lib/domain/import/identity';
import type { Sheet } from '$lib/domain/import/sheet';
import { cutTable, findHead, likeliestSheet, missingColumns } from '$lib/domain/import/table';

const sheet = (lines: string[], difference: Partial<Sheet> = {}): Sheet => ({
	name: 'Feuille',
	hidden: false,
	unsolvedFormulas: 0,
	rows: lines.map((line) => (line ? line.split('|').map((text) => ({ text, kind: 'text' as const })) : [])),
	...difference
});
const keys = (lines: string[], kind: ImportKind = 'company', remembered = {}) => {
	const read = sheet(lines);
	const table = cutTable(read, findHead(read, kind));
	return proposeColumns(kind, table.headers, table.rows.map(({ cells }) => cells), remembered).map(({ key }) => key); // prettier-ignore
};

describe('a table in a sheet', () => {
	test('is found under titles, without its totals, notes and headers printed again', () => {
		const read = sheet([
			'Rallye 2027 – entreprises du bassin|Rallye 2027 – entreprises du bassin',
			'',
			'Entreprise|Ville|Téléphone|Effectif',
			'TotalEnergies|Aubenas|0475000000|12',
			'',
			'Total|||',
			'Entreprise|Ville|Téléphone|Effectif',
			'Bricoval|Privas|0475000001|8',
			'Total général|||20',
			'Mis à jour le 3 mars|||'
		]);
		const head = findHead(read, 'company');
		expect(head).toEqual({ row: 2, lines: 1 });
		const table = cutTable(read, head);
		expect(table.rows.map(({ line, cells }) => [line, cells[0]!.text])).toEqual([
			[4, 'TotalEnergies'],
			[8, 'Bricoval']
		]);
		expect(table.leftOut.map(({ line, why }) => [line, why])).toEqual([
			[1, 'banner'],
			[6, 'total'],
			[7, 'header-again'],
			[9, 'total'],
			[10, 'note']
		]);
	});

	test('has headers on two lines when some are grouped', () => {
		const read = sheet(['Entreprise||Contact|Contact', 'Nom|Ville|Nom|Téléphone', 'Bricoval|Privas|Mme Roux|0475000001']); // prettier-ignore
		const head = findHead(read, 'company');
		expect(head).toEqual({ row: 0, lines: 2 });
		expect(cutTable(read, head).headers).toEqual([
			'Entreprise Nom',
			'Ville',
			'Contact Nom',
			'Contact Téléphone'
		]);
	});

	test('may have no header at all', () => {
		const lines = ['Ana|ana@exemple.fr|0601020304', 'Bilal|bilal@exemple.fr|0601020305'];
		expect(findHead(sheet(lines), 'participant')).toBeNull();
		expect(keys(lines, 'participant')).toEqual([null, 'email', 'phone']);
	});

	test('is looked for in the sheet that says the most, a hidden one last', () => {
		const full = ['Entreprise|Ville|SIRET', 'Bricoval|Privas|'];
		expect(likeliestSheet([sheet(full, { hidden: true }), sheet(['Notice', 'Lisez-moi']), sheet(full)], 'company')).toBe(2); // prettier-ignore
	});
});

describe('columns', () => {
	test('every header of an export is known for what it is', () => {
		for (const kind of Object.keys(importKinds) as ImportKind[]) {
			const exported = columnsOf[kind].filter(({ write }) => write);
			expect(
				keys([exported.map(({ label }) => label).join('|'), exported.map(() => 'x').join('|')], kind)
			).toEqual(exported.map(({ key }) => key));
		}
	});

	test('are known by other words, capitals, stars and brackets', () => {
		expect(
			keys([
				'RAISON SOCIALE *|N° SIRET|Cp|VILLE|Mél|Tél. fixe|Portable|Code APE|Effectif (ETP)|Observations',
				'x|x|x|x|x|x|x|x|x|x'
			])
		).toEqual(['name', 'siret', 'postcode', 'commune', 'contactEmail', 'contactPhone', 'contactPhone', 'naf', 'headcount', null]); // prettier-ignore
	});

	test('« Nom » is the company, or its contact beside one', () => {
		expect(keys(['Nom|Ville', 'x|x'])).toEqual(['name', 'commune']);
		expect(keys(['Entreprise|Nom|Prénom|Ville', 'x|x|x|x'])).toEqual(['name', 'contactName', 'contactFirstName', 'commune']); // prettier-ignore
	});

	test('one column is taken once, an empty one never', () => {
		expect(keys(['Entreprise|SIRET|SIRET|Ville', 'x|1||x'])).toEqual(['name', 'siret', null, 'commune']);
	});

	test('what was chosen before comes first, « ne pas importer » included', () => {
		const remembered = { 'nom usuel de la boite': 'name', ville: '' };
		expect(keys(['Nom usuel de la boîte|Ville', 'x|x'], 'company', remembered)).toEqual(['name', null]);
	});

	test('without a name no record can be made', () => {
		expect(missingColumns('company', ['siret', null])).toEqual(['Nom de l’entreprise']);
		expect(missingColumns('participant', ['firstName'])).toEqual(['Nom']);
		expect(missingColumns('participant', ['fullName'])).toEqual([]);
	});
});

describe('who is who', () => {
	const companies = (...records: Record<string, unknown>[]) => {
		const known = new Known<number>();
		records.forEach((record, i) => known.add(i, companyIdentity(record)));
		return (record: Record<string, unknown>) => known.find(companyIdentity(record));
	};
	test('a company by SIRET, else by name and town', () => {
		const find = companies(
			{ name: 'Bricoval', siret: '73282932000074', commune: 'Aubenas' },
			{ name: 'SARL Café des Arts', siret: null, commune: 'St-Privat' },
			{ name: 'Verts', siret: null, commune: '' }
		);
		expect(find({ name: 'Autre nom', siret: '732 829 320 00074' })).toEqual({ certain: true, of: 0 });
		expect(find({ name: 'CAFE DES ARTS', commune: 'Saint Privat' })).toEqual({ certain: true, of: 1 });
		expect(find({ name: 'Bricoval', commune: 'Privas' })).toBeNull();
		expect(find({ name: 'Bricoval', commune: 'Aubenas', siret: '35600000000048' })).toBeNull();
		expect(find({ name: 'Verts', commune: 'Aubenas' })).toEqual({ certain: false, of: 2 });
		expect(find({ name: 'Verts', commune: '' })).toEqual({ certain: true, of: 2 });
	});

	test('a person by phone or e-mail and first name; a family shares a phone', () => {
		const known = new Known<string>();
		const ana = {
			firstName: 'Ana',
			lastName: 'Petit',
			phone: '06 01 02 03 04',
			email: '',
			commune: 'Privas'
		};
		known.add('ana', personIdentity(ana));
		const find = (difference: object) => known.find(personIdentity({ ...ana, ...difference }));
		expect(find({ lastName: 'Legrand', phone: '+33601020304' })).toEqual({ certain: true, of: 'ana' });
		expect(find({ firstName: 'Zoé' })).toBeNull();
		expect(find({ phone: '' })).toEqual({ certain: true, of: 'ana' });
		expect(find({ phone: '', commune: '' })).toEqual({ certain: false, of: 'ana' });
		expect(find({ phone: '0700000000' })).toEqual({ certain: false, of: 'ana' });
	});
});
