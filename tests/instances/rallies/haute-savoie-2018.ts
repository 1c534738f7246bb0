import type { Dossier } from '$lib/domain/dossier';
import type { Slot } from '$lib/domain/company';
import type { Sector } from '$lib/domain/sector';
import type { AgeBand, Status } from '$lib/domain/participant';
import {
	aCompany,
	aPartner,
	aParticipant,
	aPlace,
	aProgramme,
	aRally,
	aVehicle,
	anAccompanist,
	at
} from '../../builders';

/*
 * The rally of Haute-Savoie, 6 and 7 November 2018, as far as the published reports tell it: 16 people (14 women
 * and 2 men, 11 inscribed for long, 9 in retraining, 3 in insertion, 3 recognised as disabled workers), 9 companies
 * (industry 4, retail 2, business services 3; 4 TPE, 4 PME, 1 ETI), 4 public partners, closing on the 13th in Thyez.
 *
 * Only those totals are real. Every row is invented: names, companies, places of companies, slots, cars, people.
 */

const TUESDAY = '2018-11-06';
const WEDNESDAY = '2018-11-07';

const tuesday = (from: number, to: number): Slot => ({ date: TUESDAY, from, to });
const wednesday = (from: number, to: number): Slot => ({ date: WEDNESDAY, from, to });
const bothDays = [tuesday(at(8, 30), at(17)), wednesday(at(8, 30), at(12, 15))];

/** Retail and services stand between the workshops, so that any six that follow show the three families. */
const companies: [
	name: string,
	sector: Sector,
	size: 'micro' | 'small' | 'mid',
	commune: string,
	postcode: string,
	lon: number,
	lat: number,
	slots: Slot[]
][] = [
	['Quincaillerie du Giffre', 'retail', 'micro', 'Marignier', '74970', 6.4971, 46.0902, bothDays],
	[
		'Décolletage des Lacs',
		'industry',
		'small',
		'Thyez',
		'74300',
		6.5402,
		46.0821,
		[tuesday(at(10, 30), at(17)), wednesday(at(8, 30), at(12))]
	],
	['Cabinet Arve Conseil', 'business-services', 'micro', 'Cluses', '74300', 6.5781, 46.0607, bothDays],
	[
		'Mécanique Fine du Faucigny',
		'industry',
		'mid',
		'Scionzier',
		'74950',
		6.5528,
		46.0541,
		[tuesday(at(8), at(17, 30))]
	],
	['Comptoir des Alpages', 'retail', 'small', 'Bonneville', '74130', 6.4102, 46.0757, bothDays],
	['Usinage de la Plaine', 'industry', 'small', 'Marnaz', '74460', 6.5239, 46.0573, bothDays],
	['Relais Paie et Gestion', 'business-services', 'micro', 'Cluses', '74300', 6.5803, 46.0639, bothDays],
	['Moules et Outils de Vougy', 'industry', 'small', 'Vougy', '74130', 6.4877, 46.0658, bothDays],
	[
		'Atelier Numérique du Mont-Blanc',
		'business-services',
		'micro',
		'Magland',
		'74300',
		6.6242,
		46.0131,
		[tuesday(at(13, 30), at(17, 30)), wednesday(at(8, 30), at(11, 45))]
	]
];

const women = [
	'Amina',
	'Béatrice',
	'Chantal',
	'Delphine',
	'Estelle',
	'Fatou',
	'Gaëlle',
	'Hélène',
	'Inès',
	'Jeanne',
	'Karima',
	'Laure',
	'Maria',
	'Nadège'
];
const men = ['Olivier', 'Paulo'];
const surnames = ['Exemple', 'Modèle', 'Essai', 'Fictif'];
const ageBands: AgeBand[] = ['26-34', '35-44', '45-54', '18-25', '55-plus'];
const formerSectors: Sector[] = [
	'retail',
	'industry',
	'hospitality',
	'health',
	'business-services',
	'cleaning'
];

function statusesOf(i: number): Status[] {
	const statuses: Status[] = i < 13 ? ['job-seeker'] : ['siae'];
	if (i < 11) statuses.push('long-term');
	if (i >= 7) statuses.push('retraining');
	if (i % 6 === 2) statuses.push('disabled');
	return statuses;
}

/** 16 people of whom 2 men, 9 companies of only 3 sectors, a closing six days later, no training partner. */
export const hauteSavoie2018 = (): Dossier => ({
	rally: aRally({
		title: 'Rallye pour l’emploi Arve Faucigny (lignes inventées)',
		territory: 'Arve Faucigny',
		department: '74',
		programme: aProgramme(TUESDAY, 'VV VR'),
		meetingPoint: aPlace({ label: 'Forum des lacs' }),
		closing: { date: '2018-11-13', start: at(18), place: aPlace({ label: 'Forum des lacs' }) },
		charterVersion: '2018'
	}),
	companies: companies.map(([name, sector, size, commune, postcode, lon, lat, slots], i) =>
		aCompany({
			id: `hs-company-${i + 1}`,
			name,
			sector,
			size,
			commune,
			postcode,
			position: { lon, lat },
			slots,
			peopleAtOnce: 6
		})
	),
	participants: [...women, ...men].map((firstName, i) =>
		aParticipant({
			id: `hs-participant-${i + 1}`,
			firstName,
			lastName: surnames[i % surnames.length]!,
			gender: i < women.length ? 'woman' : 'man',
			ageBand: ageBands[i % ageBands.length]!,
			formerSector: formerSectors[i % formerSectors.length]!,
			statuses: statusesOf(i),
			prescriber: i % 2 === 0 ? 'Pôle emploi' : 'Cap emploi',
			commune: i % 2 === 0 ? 'Cluses' : 'Bonneville'
		})
	),
	vehicles: ['Berlingo', 'Kangoo', 'Clio', 'Partner'].map((name, i) =>
		aVehicle({ id: `hs-vehicle-${i + 1}`, name, seats: 5 })
	),
	accompanists: ['Quitterie', 'Rachid', 'Sylvie', 'Thomas'].map((firstName, i) =>
		anAccompanist({ id: `hs-accompanist-${i + 1}`, firstName, lastName: surnames[i]! })
	),
	partners: [
		aPartner({
			id: 'hs-partner-1',
			name: 'Ville de Thyez',
			category: 'institution',
			roles: ['partner', 'communication']
		}),
		aPartner({
			id: 'hs-partner-2',
			name: 'Maison de l’emploi',
			category: 'employment-service',
			roles: ['partner']
		}),
		aPartner({
			id: 'hs-partner-3',
			name: 'Pôle emploi',
			category: 'employment-service',
			roles: ['prescriber']
		}),
		aPartner({
			id: 'hs-partner-4',
			name: 'Cap emploi',
			category: 'employment-service',
			roles: ['prescriber']
		})
	],
	plan: null
});
