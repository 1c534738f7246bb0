import type { Dossier } from '$lib/domain/dossier';
import type { PartnerCategory } from '$lib/domain/partner';
import type { Sector } from '$lib/domain/sector';
import {
	aCompany,
	aPartner,
	aPlace,
	aProgramme,
	aRally,
	aVehicle,
	anAccompanist,
	at,
	people
} from '../../builders';

/*
 * Shaped like the rally of Ardèche, 11 to 13 June 2019: about 15 people, about 15 companies of the Bassin d'Aubenas,
 * two days of visits, closing on the 13th. The partners are those of its leaflet; companies and people are invented.
 */

const communes: [commune: string, postcode: string, lon: number, lat: number][] = [
	['Aubenas', '07200', 4.3964, 44.6102],
	['Vals-les-Bains', '07600', 4.3433, 44.6671],
	['Saint-Privat', '07200', 4.4229, 44.6286],
	['Lavilledieu', '07170', 4.4478, 44.5822],
	['Lachapelle-sous-Aubenas', '07200', 4.3591, 44.5623]
];
const sectors: Sector[] = [
	'food-industry',
	'hospitality',
	'retail',
	'health',
	'construction',
	'industry',
	'agriculture'
];

const partners: [name: string, category: PartnerCategory][] = [
	['Pôle Emploi', 'employment-service'],
	['Cap Emploi', 'employment-service'],
	['CFPPA du Pradel', 'training'],
	['Chambre d’agriculture', 'chamber'],
	['Territoire et Compétences', 'employment-service'],
	['GRETA Vivarais Provence', 'training'],
	['Adecco', 'business-network'],
	['Pépinière d’entreprises L’Espélidou', 'business-network'],
	['Groupement d’employeurs Sud Ardèche', 'business-network'],
	['CCI de l’Ardèche', 'chamber'],
	['OPCA FAFIH', 'training']
];
const funders: [name: string, category: PartnerCategory][] = [
	['DIRECCTE de l’Ardèche', 'state'],
	['Conseil départemental de l’Ardèche', 'institution'],
	['Ville d’Aubenas', 'institution'],
	['Communauté Bassin d’Aubenas', 'institution'],
	['Région Auvergne-Rhône-Alpes', 'institution']
];

/** Three days, 15 people in up to four cars, 15 companies, the restitution on the morrow of the visits. */
export const aubenasLike = (): Dossier => ({
	rally: aRally({
		title: 'Rallye pour l’emploi du Bassin d’Aubenas (lignes inventées)',
		territory: 'Bassin d’Aubenas',
		department: '07',
		programme: aProgramme('2019-06-11', 'VV VV RC'),
		meetingPoint: aPlace({
			label: 'Pôle de services',
			commune: 'Aubenas',
			postcode: '07200',
			position: { lon: 4.3902, lat: 44.6188 }
		}),
		closing: { date: '2019-06-13', start: at(17), place: aPlace({ commune: 'Aubenas', postcode: '07200' }) }
	}),
	companies: Array.from({ length: 15 }, (_, i) => {
		const [commune, postcode, lon, lat] = communes[i % communes.length]!;
		return aCompany({
			id: `au-company-${i + 1}`,
			name: `Entreprise inventée ${i + 1}`,
			sector: sectors[i % sectors.length]!,
			commune,
			postcode,
			position: { lon: lon + 0.002 * Math.floor(i / communes.length), lat },
			slots: ['2019-06-11', '2019-06-12'].map((date) => ({ date, from: at(8, 30), to: at(17, 30) })),
			visitsMax: 2
		});
	}),
	participants: people(15, { commune: 'Aubenas', postcode: '07200' }),
	vehicles: Array.from({ length: 4 }, (_, i) => aVehicle({ id: `au-vehicle-${i + 1}`, seats: 5 })),
	accompanists: Array.from({ length: 4 }, (_, i) => anAccompanist({ id: `au-accompanist-${i + 1}` })),
	partners: [
		...partners.map(([name, category]) => aPartner({ name, category, roles: ['partner'] })),
		...funders.map(([name, category]) => aPartner({ name, category, roles: ['funder'] }))
	],
	plan: null
});
