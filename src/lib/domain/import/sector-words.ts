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
