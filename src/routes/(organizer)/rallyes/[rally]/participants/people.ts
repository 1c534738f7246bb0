import { fullName } from '$lib/domain/participant';
import { french } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';

export interface Person {
	id: string;
	name: string;
	/** What this person already wishes about the one whose form is open: wishes hold both ways. */
	wishes: 'together' | 'apart' | null;
}

/** The other participants, to be named in a wish: their names and nothing else of them. */
export async function peopleOf(rallyId: string, self?: string): Promise<Person[]> {
	const all = await records(await getDb(), 'participant').list(rallyId);
	return all
		.filter(({ id }) => id !== self)
		.map(
			({ id, firstName, lastName, together, apart }) =>
				({
					id,
					name: fullName({ firstName, lastName }),
					wishes: self && together.includes(self) ? 'together' : self && apart.includes(self) ? 'apart' : null
				}) as const
		)
		.sort((a, b) => french.compare(a.name, b.name));
}
