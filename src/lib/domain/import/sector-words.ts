import type { Sector } from '../sector';
import type { OtherWords } from './values';

/** What people write in a « secteur » or « activité » column, for each sector of the rally. */
export const sectorWords: OtherWords<Sector> = {
	industry: ['industriel', 'usine', 'metallurgie', 'mecanique', 'decolletage', 'fabrication', 'plasturgie', 'textile', 'production', 'industrie manufacturiere'], // prettier-ignore
	'food-industry': ['agro alimentaire', 'industrie agroalimentaire', 'iaa', 'boulangerie', 'alimentation', 'boucherie', 'transformation alimentaire'], // prettier-ignore
	agriculture: ['agricole', 'viticulture', 'maraichage', 'elevage', 'horticulture', 'foret', 'sylviculture'],
	construction: ['btp', 'batiment', 'travaux publics', 'construction', 'second oeuvre', 'gros oeuvre', 'maconnerie', 'plomberie', 'menuiserie', 'electricite', 'artisanat du batiment'], // prettier-ignore
	retail: ['commerce', 'vente', 'distribution', 'grande distribution', 'supermarche', 'magasin', 'commerce de detail', 'commerce vente distribution'], // prettier-ignore
	automotive: ['garage', 'carrosserie', 'mecanique auto', 'reparation automobile'],
	transport: ['logistique', 'transports', 'transport logistique', 'transport et logistique', 'livraison', 'messagerie', 'entrepot'], // prettier-ignore
	hospitality: ['hotellerie', 'restauration', 'tourisme', 'hotellerie restauration', 'camping', 'hotel', 'restaurant', 'hcr', 'cafe'], // prettier-ignore
	digital: [
		'numerique',
		'informatique',
		'communication',
		'web',
		'imprimerie',
		'telecommunications',
		'digital'
	],
	'business-services': ['services', 'conseil', 'service aux entreprises', 'services aux entreprises', 'banque', 'assurance', 'comptabilite', 'immobilier'], // prettier-ignore
	recruitment: ['interim', 'emploi', 'travail temporaire', 'agence d interim', 'recrutement'],
	cleaning: ['proprete', 'nettoyage', 'securite', 'espaces verts', 'gardiennage', 'paysagiste'],
	public: ['service public', 'administration', 'enseignement', 'formation', 'collectivite', 'fonction publique', 'mairie', 'education'], // prettier-ignore
	health: ['sante', 'social', 'medico social', 'action sociale', 'ehpad', 'hopital', 'aide a domicile', 'sante social', 'service a la personne', 'sanitaire et social'], // prettier-ignore
	culture: ['loisirs', 'sport', 'services aux personnes', 'spectacle', 'coiffure', 'esthetique', 'animation'],
	environment: ['dechets', 'recyclage', 'eau', 'energie', 'energies renouvelables', 'tri']
};

/** First NAF division of a range → the sector its companies most often count for here. */
const BY_DIVISION: readonly [from: number, sector: Sector][] = [
	[1, 'agriculture'],
	[5, 'industry'],
	[10, 'food-industry'],
	[13, 'industry'],
	[36, 'environment'],
	[41, 'construction'],
	[45, 'automotive'],
	[46, 'retail'],
	[49, 'transport'],
	[55, 'hospitality'],
	[58, 'digital'],
	[64, 'business-services'],
	[78, 'recruitment'],
	[79, 'hospitality'],
	[80, 'cleaning'],
	[82, 'business-services'],
	[84, 'public'],
	[86, 'health'],
	[90, 'culture'],
	[94, 'business-services'],
	[95, 'culture'],
	[97, 'culture']
];

/** A proposal, to be judged by whoever knows the company; null for a division that does not exist. */
export function sectorOfNaf(division: string): Sector | null {
	const number = Number(division);
	return BY_DIVISION.findLast(([from]) => from <= number)?.[1] ?? null;
}
