/** Rally sectors: the families the organizers count in, close to those of the 2019 report, editable per company. */
export const sectors = {
	industry: 'Industrie',
	'food-industry': 'Agroalimentaire',
	agriculture: 'Agriculture',
	construction: 'Bâtiment et travaux publics',
	retail: 'Commerce, vente',
	automotive: 'Automobile',
	transport: 'Transport et logistique',
	hospitality: 'Hôtellerie, restauration, tourisme',
	digital: 'Numérique et communication',
	'business-services': 'Conseil et services aux entreprises',
	recruitment: 'Intérim et emploi',
	cleaning: 'Propreté, sécurité, espaces verts',
	public: 'Service public et enseignement',
	health: 'Santé et action sociale',
	culture: 'Culture, loisirs, services aux personnes',
	environment: 'Environnement'
} as const;
export type Sector = keyof typeof sectors;

/** How « secteurs différents » is counted in a rally. */
export const nomenclatures = {
	rally: 'Les 16 secteurs du rallye',
	naf: 'Les sections de la nomenclature NAF',
	custom: 'Une liste propre à ce rallye'
} as const;
export type Nomenclature = keyof typeof nomenclatures;

/** First division of each NAF rev. 2 section (Insee). */
const NAF_SECTIONS: readonly [division: number, section: string][] = [
	[1, 'A'],
	[5, 'B'],
	[10, 'C'],
	[35, 'D'],
	[36, 'E'],
	[41, 'F'],
	[45, 'G'],
	[49, 'H'],
	[55, 'I'],
	[58, 'J'],
	[64, 'K'],
	[68, 'L'],
	[69, 'M'],
	[77, 'N'],
	[84, 'O'],
	[85, 'P'],
	[86, 'Q'],
	[90, 'R'],
	[94, 'S'],
	[97, 'T'],
	[99, 'U']
];

/**
 * « 10.71C » → « C »; null when the code has no known division. NAF 2025 renames the sections from J on: the letters of
 * rev. 2 are kept for both, so that a company counts the same whichever code it gives.
 */
export function nafSection(naf: string): string | null {
	// Repair of cars: division 45, with trade, in rev. 2; group 95.3, which rev. 2 does not have, in 2025.
	if (/^95\.?3/.test(naf.trim())) return 'G';
	const division = Number(/^(\d{2})/.exec(naf.trim())?.[1] ?? Number.NaN);
	if (!(division >= 1 && division <= 99)) return null;
	return NAF_SECTIONS.findLast(([first]) => first <= division)![1];
}

export interface Sectored {
	sector: Sector;
	naf: string | null;
	customSector: string | null;
}

/**
 * The sector that counts for « secteurs d'activité différents » in the chosen nomenclature.
 * A company without the finer code falls back on its rally sector, so that it still counts for one.
 */
export function countedSector(company: Sectored, nomenclature: Nomenclature): string {
	if (nomenclature === 'naf') return (company.naf && nafSection(company.naf)) || company.sector;
	if (nomenclature === 'custom') return company.customSector?.trim() || company.sector;
	return company.sector;
}
