import { french } from '$lib/domain/french';
import { fullName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { exchangedContacts } from '../../db/repositories/answers';
import { records } from '../../db/repositories/records';
import { whoTookPart } from './who-took-part';

export interface PersonContacts {
	id: string;
	name: string;
	/** Companies that the person met, or exchanged a contact with. */
	companies: { id: string; name: string; noted: boolean }[];
	/** The other companies of the rally. */
	others: { id: string; name: string }[];
}

/** Whom each person met, and with whom a contact was exchanged. */
export async function readContacts(db: Db, rally: Rally): Promise<PersonContacts[]> {
	const { people, met } = await whoTookPart(db, rally, new Date());
	const companies = (await records(db, 'company').list(rally.id))
		.map(({ id, name }) => ({ id, name }))
		.sort((a, b) => french.compare(a.name, b.name));
	const noted = new Set(
		(await exchangedContacts(db, rally.id).list()).map((one) => `${one.participantId} ${one.companyId}`)
	);
	return people
		.map((person) => {
			const isNoted = (company: string) => noted.has(`${person.id} ${company}`);
			const seen = new Set(met.get(person.id) ?? []);
			return {
				id: person.id,
				name: fullName(person),
				companies: companies
					.filter(({ id }) => seen.has(id) || isNoted(id))
					.map((company) => ({ ...company, noted: isNoted(company.id) })),
				others: companies.filter(({ id }) => !seen.has(id) && !isNoted(id))
			};
		})
		.sort((a, b) => french.compare(a.name, b.name));
}
