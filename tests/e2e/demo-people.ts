import { demoCompanies } from '../../src/lib/server/demo/companies';
import { demoParticipants } from '../../src/lib/server/demo/people';
import { statuses } from '../../src/lib/domain/participant';

/** A word on its own: « Moulin » is nobody in « Moulinage ». */
const word = (text: string) =>
	new RegExp(`(?<![\\p{L}\\d-])${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\p{L}\\d-])`, 'u');

export const lastNameOf = ({ lastName }: { lastName: string }) => word(lastName);

/** Every way to say somebody's situation: the words on screen, their abbreviations, the values in the database. */
export const situations = [
	...Object.values(statuses).map(word),
	...Object.keys(statuses).map(word),
	...['RSA', 'RQTH', 'DELD', 'QPV', 'PLIE', 'SIAE'].map(word),
	// One who sends people also receives them: its name is no secret.
	...[...new Set(demoParticipants.map(({ prescriber }) => prescriber))]
		.filter((prescriber) => !demoCompanies.some(({ name }) => name === prescriber))
		.map(word)
];
