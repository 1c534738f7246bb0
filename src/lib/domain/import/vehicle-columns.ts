import { vehicleFields } from '../fields/vehicle';
import { vehicleKinds, vehicleOwners } from '../vehicle';
import { choiceColumn, numberColumn, textColumn, type Column } from './column';
import { absencesColumn, declarationColumns } from './day-columns';

const named = (key: keyof typeof vehicleFields, ...headers: string[]) => ({
	key,
	label: vehicleFields[key].label,
	headers
});

// prettier-ignore
export const vehicleColumns: readonly Column[] = [
	textColumn(named('name', 'vehicule', 'nom', 'modele', 'marque et modele', 'designation', 'voiture', 'marque', 'vehicules')),
	choiceColumn(named('kind', 'type de vehicule', 'categorie', 'genre'), vehicleKinds, {
		car: ['vl', 'berline', 'citadine', 'break', 'monospace', 'vehicule leger', 'utilitaire'],
		minivan: ['9 places', 'mini bus', 'minicar', 'van', 'navette', 'bus']
	}),
	numberColumn(named('seats', 'places', 'nombre de places', 'nb places', 'nb de places', 'sieges', 'capacite', 'places conduite comprise', 'places avec conducteur')),
	numberColumn(named('wheelchairPlaces', 'places fauteuil', 'fauteuil', 'fauteuils', 'tpmr', 'pmr')),
	choiceColumn(named('owner', 'proprietaire', 'appartient a', 'provenance', 'origine'), vehicleOwners, {
		organizer: ['structure', 'association', 'nous', 'mife', 'crepi', 'interne'],
		company: ['entreprise partenaire', 'pret entreprise'],
		rental: ['loue', 'louee', 'loueur', 'vehicule de location'],
		sponsorship: ['mecenat', 'mecenat de competence'],
		individual: ['personnel', 'vehicule personnel', 'prive', 'accompagnateur', 'accompagnatrice']
	}),
	textColumn(named('ownerName', 'prete par', 'nom du preteur', 'preteur', 'loueur')),
	textColumn(named('plate', 'plaque', 'plaque d immatriculation', 'immat', 'numero d immatriculation', 'n immatriculation'), {
		looks: (text) => /^[A-Z]{2}[\s-]?\d{3}[\s-]?[A-Z]{2}$/i.test(text.trim())
	}),
	absencesColumn('Indisponible', 'jours d indisponibilite'),
	...declarationColumns(named('insurance', 'assurance')),
	...declarationColumns(named('inspection', 'controle technique', 'ct'))
];

/** What a form of a vehicle holds before anybody types, as text. */
export const blankVehicle = () => ({ kind: 'car', seats: '5', wheelchairPlaces: '0', owner: 'organizer' });
