import type { Declaration } from './declaration';

export interface Accompanist {
	id: string;
	firstName: string;
	lastName: string;
	phone: string;
	email: string;
	/** May take the wheel; otherwise the team needs a driver besides, and one more seat. */
	drives: boolean;
	/** Declared by the person; asked only of who takes the wheel. */
	licence: Declaration | null;
	employer: string;
	/** A host company of this rally that employs this person: their team does not visit it. */
	employerCompanyId: string | null;
	absences: string[];
}

export const accompanistName = (person: Pick<Accompanist, 'firstName' | 'lastName'>): string =>
	`${person.firstName} ${person.lastName}`.trim();
