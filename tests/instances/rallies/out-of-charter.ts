import type { Dossier } from '$lib/domain/dossier';
import type { Sector } from '$lib/domain/sector';
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
 * Sized like the rally of the Baugeois, 25 to 27 March 2019, as the local press told it: 32 job seekers, of whom 7
 * received the RSA, 31 companies, 8 visits each in two days, the third for creative work and exchange. A real rally,
 * outside the charter by two people. Only the sizes and the dates are real; every row is invented.
 */

const communes: [commune: string, postcode: string, lon: number, lat: number][] = [
	['Baugé-en-Anjou', '49150', -0.109, 47.5467],
	['Beaufort-en-Anjou', '49250', -0.207, 47.4364],
	['Jarzé Villages', '49140', -0.2401, 47.5576],
	['Mazé-Milon', '49630', -0.2843, 47.4604],
	['Longué-Jumelles', '49160', -0.1076, 47.3985],
	['Seiches-sur-le-Loir', '49140', -0.3589, 47.6039]
];
const sectors: Sector[] = [
	'industry',
	'agriculture',
	'retail',
	'health',
	'construction',
	'hospitality',
	'transport',
	'cleaning'
];
const days = ['2019-03-25', '2019-03-26'];

/** 32 people and 31 companies over three days: all is there, and two people too many. */
export const outOfCharter = (): Dossier => ({
	rally: aRally({
		title: 'Rallye pour l’emploi du Baugeois (lignes inventées)',
		territory: 'Baugeois',
		department: '49',
		programme: aProgramme('2019-03-25', 'VV VV RC'),
		meetingPoint: aPlace({
			label: 'Pôle social',
			commune: 'Baugé-en-Anjou',
			postcode: '49150',
			position: { lon: -0.1069, lat: 47.5412 }
		}),
		closing: {
			date: '2019-03-27',
			start: at(16),
			place: aPlace({ commune: 'Baugé-en-Anjou', postcode: '49150' })
		}
	}),
	companies: Array.from({ length: 31 }, (_, i) => {
		const [commune, postcode, lon, lat] = communes[i % communes.length]!;
		return aCompany({
			id: `oc-company-${i + 1}`,
			name: `Entreprise inventée ${i + 1}`,
			sector: sectors[i % sectors.length]!,
			commune,
			postcode,
			// A few hundred metres apart within a town.
			position: { lon: lon + 0.003 * Math.floor(i / communes.length), lat },
			slots: days.map((date) => ({ date, from: at(8, 30), to: at(17, 30) })),
			visitsMax: 3
		});
	}),
	participants: Array.from({ length: 32 }, (_, i) =>
		aParticipant({
			id: `oc-participant-${i + 1}`,
			firstName: `Prénom ${i + 1}`,
			lastName: 'Exemple',
			gender: i % 5 < 3 ? 'woman' : 'man',
			ageBand: i % 2 === 0 ? '35-44' : '26-34',
			formerSector: sectors[i % sectors.length]!,
			statuses: i < 7 ? ['job-seeker', 'rsa'] : ['job-seeker'],
			prescriber: ['Coorace', 'Mission locale', 'Pôle emploi'][i % 3]!,
			commune: communes[i % communes.length]![0],
			postcode: communes[i % communes.length]![1]
		})
	),
	vehicles: [9, 9, 9, 5, 5].map((seats, i) =>
		aVehicle({
			id: `oc-vehicle-${i + 1}`,
			name: seats > 5 ? `Minibus ${i + 1}` : `Voiture ${i + 1}`,
			kind: seats > 5 ? 'minivan' : 'car',
			seats
		})
	),
	accompanists: Array.from({ length: 5 }, (_, i) =>
		anAccompanist({ id: `oc-accompanist-${i + 1}`, firstName: `Guide ${i + 1}`, lastName: 'Exemple' })
	),
	partners: [
		aPartner({ id: 'oc-partner-1', name: 'Département de Maine-et-Loire', roles: ['funder'] }),
		aPartner({
			id: 'oc-partner-2',
			name: 'Pôle emploi',
			category: 'employment-service',
			roles: ['prescriber']
		}),
		aPartner({ id: 'oc-partner-3', name: 'GRETA', category: 'training' })
	],
	plan: null
});
