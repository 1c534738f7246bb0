import { z } from 'zod';
import type { CompanyKind, CompanySize } from '$lib/domain/company';
import type { Establishment } from '$lib/domain/establishment';
import type { OutsideFault } from '$lib/domain/outside';
import { ok, type Result } from '$lib/domain/result';
import { askJson, shortPatience, type Patience } from '../outside/ask';
import { nameInWords, streetOf } from './capitals';

/** The public directory of companies, asked only when a person presses a button. */
export interface CompanyDirectory {
	host: string;
	bySiret(siret: string): Promise<Result<Establishment | null, OutsideFault>>;
	/** The likeliest first; nothing but the name and the postcode is sent. */
	byName(name: string, postcode: string): Promise<Result<Establishment[], OutsideFault>>;
}

const text = z.string().nullish();
const Site = z.object({
	siret: z.string(),
	adresse: text,
	code_postal: text,
	libelle_commune: text,
	activite_principale: text,
	etat_administratif: text,
	date_fermeture: text,
	liste_enseignes: z.array(z.string()).nullish(),
	nom_commercial: text
});
const Unit = z.object({
	nom_complet: text,
	nom_raison_sociale: text,
	categorie_entreprise: text,
	tranche_effectif_salarie: text,
	nature_juridique: text,
	etat_administratif: text,
	siege: Site,
	matching_etablissements: z.array(Site).nullish(),
	complements: z
		.object({
			est_ess: z.boolean().nullish(),
			est_siae: z.boolean().nullish(),
			est_service_public: z.boolean().nullish()
		})
		.nullish()
});
const Found = z.object({ results: z.array(Unit) });
type Site = z.output<typeof Site>;
type Unit = z.output<typeof Unit>;

/** How many to choose from. */
const MOST = 6;

/** « API Recherche d’entreprises » (Dinum), or a copy of it. Keyless; seven requests a second. */
export function companyDirectory(url: string, patience: Patience = shortPatience): CompanyDirectory {
	const base = url.replace(/\/+$/, '');
	const search = (query: Record<string, string>) =>
		askJson({ url: `${base}/search?${new URLSearchParams(query)}`, patience }, Found);
	return {
		host: new URL(base).host,

		async bySiret(siret) {
			const answered = await search({ q: siret, page: '1', per_page: '1' });
			if (!answered.ok) return answered;
			for (const unit of answered.value.results) {
				const site = sitesOf(unit).find((one) => one.siret === siret);
				if (site) return ok(establishmentOf(unit, site));
			}
			return ok(null);
		},

		async byName(name, postcode) {
			const answered = await search({
				q: name,
				...(postcode && { code_postal: postcode }),
				page: '1',
				per_page: String(MOST)
			});
			if (!answered.ok) return answered;
			// With a postcode the sites that match are those there; without, the head office stands for the company.
			const found = answered.value.results.flatMap((unit) =>
				(postcode ? sitesOf(unit) : [unit.siege]).map((site) => establishmentOf(unit, site))
			);
			const there = found.filter((one) => !postcode || one.postcode === postcode);
			return ok(unique(there.length > 0 ? there : found).slice(0, MOST));
		}
	};
}

const sitesOf = (unit: Unit): Site[] => [...(unit.matching_etablissements ?? []), unit.siege];

const unique = (list: Establishment[]): Establishment[] => [
	...new Map(list.map((one) => [one.siret, one])).values()
];

/** People may ask the register to keep their name and address for itself. */
const said = (value: string | null | undefined): string =>
	!value || value.includes('[NON-DIFFUSIBLE]') || value.includes('[ND]') ? '' : value.trim();

function establishmentOf(unit: Unit, site: Site): Establishment {
	const postcode = said(site.code_postal);
	const commune = said(site.libelle_commune);
	const closed = site.etat_administratif === 'F' || unit.etat_administratif === 'C';
	return {
		siret: site.siret,
		name: nameInWords(
			said(site.nom_commercial) ||
				said(site.liste_enseignes?.[0]) ||
				said(unit.nom_raison_sociale) ||
				said(unit.nom_complet)
		),
		naf: said(site.activite_principale),
		address: nameInWords(streetOf(said(site.adresse), postcode, commune)),
		postcode,
		commune: nameInWords(commune),
		size: sizeOf(unit),
		kind: kindOf(unit),
		closed: closed ? (site.date_fermeture ?? '') : null
	};
}

/** Bands of the register under ten people: none, 1–2, 3–5, 6–9. */
const FEW = new Set(['00', '01', '02', '03']);

function sizeOf({ categorie_entreprise, tranche_effectif_salarie }: Unit): CompanySize | null {
	if (categorie_entreprise === 'GE') return 'large';
	if (categorie_entreprise === 'ETI') return 'mid';
	if (categorie_entreprise !== 'PME') return null;
	return FEW.has(tranche_effectif_salarie ?? '') ? 'micro' : 'small';
}

function kindOf({ complements, nature_juridique }: Unit): CompanyKind {
	if (complements?.est_siae) return 'siae';
	// Legal forms 7…: administrations, local authorities, public hospitals and schools.
	if (complements?.est_service_public || nature_juridique?.startsWith('7')) return 'public';
	return complements?.est_ess ? 'ess' : 'private';
}
