import type { Declaration } from './declaration';
import { plural } from './french';

export const vehicleKinds = { car: 'Voiture', minivan: 'Minibus' } as const;
export type VehicleKind = keyof typeof vehicleKinds;

export const vehicleOwners = {
	organizer: 'Structure organisatrice',
	company: 'Entreprise',
	rental: 'Location',
	sponsorship: 'Mécénat de compétences',
	individual: 'Particulier'
} as const;
export type VehicleOwner = keyof typeof vehicleOwners;

export interface Vehicle {
	id: string;
	name: string;
	kind: VehicleKind;
	/** Including the driver's: a French B licence stops at nine. */
	seats: number;
	wheelchairPlaces: number;
	owner: VehicleOwner;
	ownerName: string;
	plate: string;
	/** Declared by whoever lends it. */
	insurance: Declaration | null;
	/** The technical control. */
	inspection: Declaration | null;
	/** Half-days on which it cannot be used. */
	absences: string[];
}

/** « 7 places, conduite comprise »: a seat forgotten is a person left on the pavement. */
export const seatsInWords = (seats: number): string => `${plural(seats, 'place')}, conduite comprise`;
