import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { fillFrom } from '$lib/domain/establishment';
import { nameInWords, streetOf } from '$lib/server/directory/capitals';
import { companyDirectory } from '$lib/server/directory/company-directory';
import { identifyCompany, IdentifyForm } from '$lib/server/use-cases/companies/identify-company';
import { simulatedServer, type SimulatedServer } from '../../simulated-server';

type Json = Record<string, unknown>;
const recorded = (name: string) =>
	JSON.parse(readFileSync(`tests/instances/company-directory/${name}.json`, 'utf8')) as { results: Json[] };
const patience = { seconds: 20, tries: 2, backoff: 5 };

let server: SimulatedServer | undefined;
afterEach(async () => {
	await server?.close();
	server = undefined;
});
const directory = async (...told: Parameters<typeof simulatedServer>) => {
	server = await simulatedServer(...told);
	return companyDirectory(server.url, patience);
};
/** The recorded company, some facts of its site and of itself changed. */
const changed = (site: Json, unit: Json = {}) => {
	const [first] = recorded('siret').results as [Json];
	const there = { ...(first.siege as Json), ...site };
	return { body: { results: [{ ...first, siege: there, matching_etablissements: [there], ...unit }] } };
};

describe('the public directory', () => {
	test('a SIRET is asked alone, and its recorded answer read', async () => {
		const asked = await directory(() => ({ body: recorded('siret') }));
		expect(await asked.bySiret('13002526500013')).toEqual({
			ok: true,
			value: {
				siret: '13002526500013',
				name: 'Direction Interministerielle du Numerique',
				naf: '84.11Z',
				address: '20 avenue de Segur',
				postcode: '75007',
				commune: 'Paris',
				size: 'small',
				kind: 'public',
				closed: null
			}
		});
		expect(server!.asked.map(({ path }) => path)).toEqual(['/search?q=13002526500013&page=1&per_page=1']);
		expect(await asked.bySiret('13002526500021')).toEqual({ ok: true, value: null });
	});

	test('a name is asked with its postcode, and nothing else', async () => {
		const asked = await directory(() => ({ body: recorded('name') }));
		const found = await asked.byName('Carrefour', '06110');
		expect(found).toMatchObject({ ok: true, value: [{ siret: '51076150500013', commune: 'Le Cannet' }] });
		const { path } = server!.asked[0]!;
		expect([...new URL(path, server!.url).searchParams.keys()].sort()).toEqual([
			'code_postal',
			'page',
			'per_page',
			'q'
		]);
	});

	test.each([
		['closed', { etat_administratif: 'F', date_fermeture: '2024-02-01' }, {}, { closed: '2024-02-01' }],
		['closed as a whole', {}, { etat_administratif: 'C' }, { closed: '' }],
		['its shop’s name', { liste_enseignes: ['LE FOUR'] }, {}, { name: 'Le Four' }],
		[
			'what people keep for themselves',
			{ adresse: '[NON-DIFFUSIBLE]' },
			{ nom_raison_sociale: null, nom_complet: '[NON-DIFFUSIBLE]' },
			{ name: '', address: '' }
		],
		['a large one', {}, { categorie_entreprise: 'GE' }, { size: 'large' }],
		['a very small one', {}, { tranche_effectif_salarie: '02' }, { size: 'micro' }],
		['one of unknown size', {}, { categorie_entreprise: null }, { size: null }],
		['a SIAE', {}, { complements: { est_siae: true, est_ess: true } }, { kind: 'siae' }],
		[
			'of the social economy',
			{},
			{ nature_juridique: '9220', complements: { est_ess: true } },
			{ kind: 'ess' }
		],
		['private', {}, { nature_juridique: '5499', complements: null }, { kind: 'private' }]
	] as const)('%s', async (_, site, unit, expected) => {
		const asked = await directory(() => changed(site, unit));
		expect(await asked.bySiret('13002526500013')).toMatchObject({ ok: true, value: expected });
	});

	test.each([
		['busy', { status: 429, headers: { 'retry-after': '0' } }, { code: 'too-many-requests' }, 2],
		['broken', { status: 500 }, { code: 'broken', status: 500 }, 2],
		['another format', { body: { resultats: [] } }, { code: 'unreadable' }, 1],
		['refusing', { status: 400, body: {} }, { code: 'refused', status: 400, reason: '' }, 1]
	])('%s: told, not thrown', async (_, told, error, tries) => {
		const asked = await directory(() => told);
		expect(await asked.bySiret('13002526500013')).toEqual({ ok: false, error });
		expect(server!.asked).toHaveLength(tries);
	});
});

describe('looking a company up', () => {
	const look = async (typed: Record<string, string>) =>
		identifyCompany(await directory(() => ({ body: recorded('siret') })), IdentifyForm.parse(typed));

	test('by its SIRET, spaces and all: gaps are filled, what was typed stays with the other word beside', async () => {
		const looked = await look({
			siret: '130 025 265 00013',
			name: 'La Dinum',
			kind: 'private',
			sector: '',
			state: 'confirmed'
		});
		if (!looked.ok || looked.value.found !== 'one') throw new Error('not found');
		const { typed, notices, count } = looked.value.filled;
		expect(typed).toMatchObject({
			name: 'La Dinum',
			naf: '84.11Z',
			sector: 'public',
			kind: 'public',
			commune: 'Paris',
			state: 'confirmed'
		});
		expect(Object.keys(notices)).toEqual(['name']);
		expect(count).toBe(7);
	});

	test('by its name: to choose from; the chosen one gives its real name', async () => {
		const several = await look({ name: 'dinum', postcode: '75007' });
		expect(several).toMatchObject({ ok: true, value: { found: 'several', choices: [{ commune: 'Paris' }] } });
		const picked = await look({ name: 'dinum', pick: '13002526500013' });
		expect(picked).toMatchObject({
			ok: true,
			value: { found: 'one', filled: { typed: { name: 'Direction Interministerielle du Numerique' } } }
		});
	});

	test('with nothing to look up nobody is asked', async () => {
		expect(await look({ name: 'ab' })).toEqual({ ok: false, error: { code: 'nothing-to-look-up' } });
		expect(server!.asked).toEqual([]);
	});

	test('a sector that was chosen is kept, and a word that only differs by its accents is no other', () => {
		const filled = fillFrom(
			{
				siret: '1',
				name: 'Hotel du Parc',
				naf: '55.10Z',
				address: '',
				postcode: '',
				commune: '',
				size: null,
				kind: 'private',
				closed: null
			},
			{ name: 'Hôtel du Parc', sector: 'culture' }
		);
		expect(filled.typed).toMatchObject({ name: 'Hôtel du Parc', sector: 'culture' });
		expect(filled.notices).toEqual({});
	});
});

test.each([
	['12 RUE DES FORGES', '12 rue des Forges'],
	['LE FOUR', 'Le Four'],
	['SARL LES FRERES D’ARC', 'SARL les Freres d’Arc'],
	['SAINT-ETIENNE-DE-FONTBELLON', 'Saint-Etienne-de-Fontbellon'],
	['ZA DES CHAMPS', 'ZA des Champs'],
	['Déjà écrit', 'Déjà écrit'],
	['', '']
])('« %s » is shown « %s »', (given, shown) => {
	expect(nameInWords(given)).toBe(shown);
});

test.each([
	['12 RUE DES FORGES 07200 AUBENAS', '07200', 'AUBENAS', '12 RUE DES FORGES'],
	['ZA DES CHAMPS BP 12 07201 AUBENAS CEDEX', '07201', 'AUBENAS', 'ZA DES CHAMPS BP 12'],
	['3 CHEMIN DU BEAL 07202 AUBENAS CEDEX 9', '07200', 'AUBENAS', '3 CHEMIN DU BEAL'],
	['', '07200', 'AUBENAS', '']
])('the street of « %s »', (address, postcode, commune, street) => {
	expect(streetOf(address, postcode, commune)).toBe(street);
});
