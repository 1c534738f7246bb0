import type { Fields } from '../records';
import { vehicleKinds, vehicleOwners, type Vehicle } from '../vehicle';
import { declarationInWords, halfDaysInWords, labelled } from './words';

export const vehicleFields = {
	name: { label: 'Nom du véhicule' },
	kind: { label: 'Type', words: labelled(vehicleKinds) },
	seats: { label: 'Places assises' },
	wheelchairPlaces: { label: 'Places pour fauteuil roulant' },
	owner: { label: 'À qui est-il ?', words: labelled(vehicleOwners) },
	ownerName: { label: 'Nom du propriétaire' },
	plate: { label: 'Immatriculation' },
	insurance: { label: 'Assurance', words: declarationInWords },
	inspection: { label: 'Contrôle technique', words: declarationInWords },
	absences: { label: 'Disponibilité', words: halfDaysInWords('indisponible') }
} as const satisfies Fields<Omit<Vehicle, 'id'>>;
