import type { CompanyInput } from '../use-cases/companies/company-form';

/** Minutes of the day, for reading the slots below. */
const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const morning = [at(9), at(12)] as const;
const afternoon = [at(13, 30), at(17)] as const;

/** Day (0 or 1 among the visiting days) and hours. */
type Offered = [day: 0 | 1, hours: readonly [from: number, to: number]];

export interface DemoCompany extends Partial<CompanyInput> {
	name: string;
	sector: CompanyInput['sector'];
	commune: string;
	postcode: string;
	offers: Offered[];
}

/**
 * Companies of the demonstration, all INVENTED, at real communes around Aubenas. Points set by hand stand near the
 * commune's centre and name no real place; the others keep the centre, marked « approximative ».
 */
// prettier-ignore
export const demoCompanies: DemoCompany[] = [
	{ name: 'Moulinage des Trois Ponts', sector: 'industry', size: 'small', commune: 'Ucel', postcode: '07200', address: '4 chemin du Béal', latitude: 44.6459, longitude: 4.3921, precision: 'pin', contactName: 'Sylvie Arnaud', contactPhone: '04 75 00 00 11', arrivalNote: 'Portail bleu, se garer à droite des quais. Demander l’accueil atelier.', stepFree: true, offers: [[0, morning], [0, afternoon], [1, morning]], hiring: true, hiringNote: 'Conduite de machines, maintenance', minAge: 16, visitMinutes: 60, welcomeName: 'Sylvie Arnaud', welcomePhone: '04 75 00 00 11', parkingNote: 'Cour de droite, quatre voitures.', wear: ['closed-shoes', 'tied-hair'], photos: 'ask', tradesShown: 'Filage, contrôle, maintenance' },
	{ name: 'Confiserie du Coiron', sector: 'food-industry', size: 'small', commune: 'Lavilledieu', postcode: '07170', address: 'Zone artisanale des Lauzières', latitude: 44.5786, longitude: 4.4522, precision: 'pin', contactName: 'Marc Teyssier', contactPhone: '04 75 00 00 12', arrivalNote: 'Entrée visiteurs à l’arrière du magasin.', stepFree: true, offers: [[0, morning], [1, morning], [1, afternoon]], teamsAtOnce: 2, peopleAtOnce: 12, hiring: true, hiringNote: 'Conditionnement, vente', parkingNote: 'Parking du magasin.', wear: ['coat', 'cap', 'tied-hair'], wearLent: ['coat', 'cap'], photos: 'no', tradesShown: 'Cuisson, conditionnement, vente', namesDaysAhead: 7 },
	{ name: 'Ferme des Faïsses', sector: 'agriculture', size: 'micro', kind: 'ess', commune: 'Vogüé', postcode: '07200', contactName: 'Lucie Charre', contactPhone: '06 00 00 00 13', arrivalNote: 'Prendre la piste après le pont, elle est carrossable.', offers: [[0, [at(9, 30), at(12)]], [1, [at(9, 30), at(12)]], [1, afternoon]], stepFree: false },
	{ name: 'Charpentes Vivaraises', sector: 'construction', size: 'small', commune: 'Saint-Étienne-de-Fontbellon', postcode: '07200', address: '18 route de la Scierie', latitude: 44.5938, longitude: 4.3781, precision: 'pin', contactName: 'David Roux', contactPhone: '04 75 00 00 14', arrivalNote: 'Parking des camions à gauche, voitures à droite.', offers: [[0, morning], [0, afternoon], [1, afternoon]], hiring: true, hiringNote: 'Aide charpentier, menuiserie', wear: ['safety-shoes', 'helmet', 'vest'], wearLent: ['safety-shoes', 'helmet', 'vest'], photos: 'yes', tradesShown: 'Taille, levage, dessin' },
	{ name: 'Bricoval Aubenas', sector: 'retail', size: 'mid', commune: 'Aubenas', postcode: '07200', address: '120 route de Montélimar', latitude: 44.6068, longitude: 4.4078, precision: 'pin', contactName: 'Nadia Haddad', contactPhone: '04 75 00 00 15', arrivalNote: 'Accueil du magasin, demander la direction.', offers: [[0, morning], [0, afternoon], [1, morning], [1, afternoon]], stepFree: true, teamsAtOnce: 2, peopleAtOnce: 12, welcomeName: 'Théo Marchand', welcomePhone: '06 00 00 00 28', photos: 'yes', tradesShown: 'Vente, caisse, réception' },
	{ name: 'Garage de la Chaussée', sector: 'automotive', size: 'micro', commune: 'Labégude', postcode: '07200', contactName: 'Paul Mirabel', contactPhone: '04 75 00 00 16', arrivalNote: 'Sonner à l’atelier.', stepFree: true, offers: [[0, afternoon], [1, morning]], peopleAtOnce: 6 },
	{ name: 'Transports Beauzon', sector: 'transport', size: 'small', commune: 'Lachapelle-sous-Aubenas', postcode: '07200', address: 'ZA des Champs', latitude: 44.5655, longitude: 4.3642, precision: 'pin', contactName: 'Karim Benali', contactPhone: '04 75 00 00 17', arrivalNote: 'Se présenter au poste de garde.', requiresIdPaper: true, stepFree: true, offers: [[0, morning], [1, afternoon]], hiring: true, hiringNote: 'Conduite, préparation de commandes', wear: ['vest', 'closed-shoes'], wearLent: ['vest'], entranceLatitude: 44.5661, entranceLongitude: 4.3655, parkingNote: 'Avant la barrière, côté visiteurs.', photos: 'no', namesDaysAhead: 10, tradesShown: 'Conduite, quai, exploitation' },
	{ name: 'Hôtel-restaurant du Gravier', sector: 'hospitality', size: 'micro', commune: 'Vals-les-Bains', postcode: '07600', address: '2 quai des Sources', latitude: 44.6655, longitude: 4.3671, precision: 'pin', contactName: 'Hélène Comte', contactPhone: '04 75 00 00 18', arrivalNote: 'Parking public du parc, à deux minutes à pied.', offers: [[0, [at(9), at(11, 30)]], [0, [at(14, 30), at(17)]], [1, [at(14, 30), at(17)]]], hiring: true, hiringNote: 'Service, cuisine, étages' },
	{ name: 'Atelier numérique La Bobine', sector: 'digital', size: 'micro', kind: 'ess', commune: 'Aubenas', postcode: '07200', address: '7 rue des Fileuses', latitude: 44.6189, longitude: 4.3902, precision: 'pin', contactName: 'Chloé Vidal', contactPhone: '04 75 00 00 19', offers: [[0, afternoon], [1, morning], [1, afternoon]], stepFree: true, peopleAtOnce: 8 },
	{ name: 'Cabinet Serre & Associés', sector: 'business-services', size: 'micro', commune: 'Aubenas', postcode: '07200', address: '31 boulevard des Platanes', latitude: 44.6199, longitude: 4.3961, precision: 'pin', contactName: 'Jean-Luc Serre', contactPhone: '04 75 00 00 20', stepFree: true, offers: [[0, morning], [1, morning]], peopleAtOnce: 6 },
	{ name: 'Verts Chantiers', sector: 'cleaning', size: 'small', kind: 'siae', commune: 'Saint-Privat', postcode: '07200', address: '5 impasse du Lavoir', latitude: 44.6266, longitude: 4.4181, precision: 'pin', contactName: 'Sandrine Faure', contactPhone: '04 75 00 00 21', offers: [[0, morning], [0, afternoon], [1, morning], [1, afternoon]], stepFree: false, unsuited: ['reduced-mobility'], wear: ['closed-shoes', 'covered-limbs'], photos: 'yes', tradesShown: 'Tonte, taille, plantation' },
	{ name: 'Résidence Les Mûriers', sector: 'health', size: 'small', kind: 'public', commune: 'Saint-Didier-sous-Aubenas', postcode: '07200', address: '9 chemin des Écoles', latitude: 44.6105, longitude: 4.4176, precision: 'pin', contactName: 'Corinne Blache', contactPhone: '04 75 00 00 22', arrivalNote: 'Passer par l’accueil, se laver les mains.', offers: [[0, afternoon], [1, morning], [1, afternoon]], stepFree: true, hiring: true, hiringNote: 'Aide-soignance, cuisine, entretien' },
	{ name: 'Médiathèque du Pays d’Olivier', sector: 'culture', size: 'micro', kind: 'public', commune: 'Villeneuve-de-Berg', postcode: '07170', contactName: 'Yann Peyrard', contactPhone: '04 75 00 00 23', offers: [[0, [at(10), at(12)]], [1, [at(14), at(17)]]], stepFree: true, teamsAtOnce: 2, peopleAtOnce: 12 },
	{ name: 'Recyclerie de la Ligne', sector: 'environment', size: 'small', kind: 'siae', commune: 'Largentière', postcode: '07110', address: '14 route du Viaduc', latitude: 44.5391, longitude: 4.2977, precision: 'pin', contactName: 'Omar Sassi', contactPhone: '04 75 00 00 24', arrivalNote: 'Entrer par la déchetterie.', safetyNote: 'Gants prêtés.', stepFree: true, offers: [[0, morning], [0, afternoon], [1, afternoon]], hiring: true, hiringNote: 'Tri, vente, conduite' },
	{ name: 'Piscines Ardelle', sector: 'construction', size: 'small', commune: 'Saint-Sernin', postcode: '07200', state: 'interested', contactName: 'Bruno Lafont', contactPhone: '04 75 00 00 25', offers: [] },
	{ name: 'Supérette du Mas', sector: 'retail', size: 'micro', commune: 'Mercuer', postcode: '07200', state: 'approached', contactName: 'Eva Tauleigne', contactPhone: '04 75 00 00 26', offers: [] },
	{ name: 'Tuilerie de Prades', sector: 'industry', size: 'small', commune: 'Prades', postcode: '07380', state: 'declined', contactName: 'Gérard Sully', contactPhone: '04 75 00 00 27', offers: [] }
];
