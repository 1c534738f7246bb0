import type { IsoDate, Minutes } from './calendar';
import type { Hosting } from './hosting';
import type { ContactMode } from './mobilisation/contact';
import type { Position, Precision } from './rally';
import type { Sector } from './sector';

export const companySizes = { micro: 'TPE', small: 'PME', mid: 'ETI', large: 'Grande entreprise' } as const;
export type CompanySize = keyof typeof companySizes;

export const companyKinds = {
	private: 'Entreprise privée',
	public: 'Structure publique',
	siae: 'SIAE',
	ess: 'Économie sociale et solidaire'
} as const;
export type CompanyKind = keyof typeof companyKinds;

export const companyStates = {
	identified: 'À contacter',
	approached: 'Contactée',
	reminded: 'Relancée',
	interested: 'Intéressée',
	confirmed: 'Confirmée',
	reserve: 'En réserve',
	declined: 'Déclinée'
} as const;
export type CompanyState = keyof typeof companyStates;
/** The tag that shows a state; '' for a plain one. */
export const companyTones: Record<CompanyState, '' | 'good' | 'warn' | 'bad'> = {
	identified: '',
	approached: '',
	reminded: '',
	interested: 'warn',
	confirmed: 'good',
	reserve: 'warn',
	declined: 'bad'
};

/** « Nous pouvons recevoir le mardi de 9 h à 11 h 30 »: visits start and end within it. */
export interface Slot {
	date: IsoDate;
	from: Minutes;
	to: Minutes;
}

export interface Company extends Hosting {
	id: string;
	name: string;
	siret: string | null;
	naf: string | null;
	sector: Sector;
	customSector: string | null;
	size: CompanySize | null;
	kind: CompanyKind;
	state: CompanyState;
	address: string;
	postcode: string;
	commune: string;
	position: Position | null;
	precision: Precision | null;
	contactName: string;
	contactRole: string;
	contactPhone: string;
	contactEmail: string;
	contactMode: ContactMode | null;
	/** How to come in, which door: printed in the road book. */
	arrivalNote: string;
	slots: Slot[];
	/** Minutes; null means the rally's usual length. */
	visitMinutes: number | null;
	teamsAtOnce: number;
	peopleAtOnce: number;
	visitsMin: number;
	visitsMax: number;
	/** Rest wanted between two visits, minutes. */
	turnaroundMinutes: number;
	requiresIdPaper: boolean;
	minAge: number | null;
	/** A wheelchair or a person who cannot climb steps can do the visit. */
	stepFree: boolean;
	safetyNote: string;
	hiring: boolean;
	hiringNote: string;
}
