import { mixOf } from '$lib/domain/counting/mix';
import { quotas } from '$lib/domain/counting/quota';
import { fullName, participantStates } from '$lib/domain/participant';
import { missed } from '$lib/domain/presence';
import { getDb } from '$lib/server/db/client';
import { records, type RecordRow } from '$lib/server/db/repositories/records';
import { listing } from '$lib/server/listing';
import { seesPrivate } from '$lib/server/private-people';
import { recordActions } from '$lib/server/record-actions';
import type { Actions, PageServerLoad } from './$types';

const stateOrder = Object.keys(participantStates);

/** What the list shows of a person: their situation stays on their own page. */
const inList = ({ id, firstName, lastName, commune, state, absences }: RecordRow<'participant'>) => ({
	id,
	name: fullName({ firstName, lastName }),
	firstName,
	lastName,
	commune,
	state,
	absences
});

export const load: PageServerLoad = async ({ locals, url }) => {
	const archived = url.searchParams.has('archives');
	const db = await getDb();
	const people = await records(db, 'participant').list(locals.rally.id, { archived });
	const all = people.map(inList);
	const enrolled = people.filter(({ state }) => state === 'confirmed');
	const inState = (wanted: string) => all.filter(({ state }) => state === wanted).length;
	return {
		archived,
		confirmed: inState('confirmed'),
		candidates: inState('candidate'),
		waiting: inState('waiting'),
		/** In numbers, for whoever may see of what. */
		gauges: seesPrivate(locals)
			? {
					quotas: quotas(enrolled, await records(db, 'partner').list(locals.rally.id)),
					mix: [mixOf(enrolled, 'gender'), mixOf(enrolled, 'ageBand')]
				}
			: null,
		list: listing(all, url, {
			text: (row) => `${row.name} ${row.commune}`,
			columns: {
				nom: (row) => `${row.lastName} ${row.firstName}`,
				commune: (row) => row.commune,
				presence: (row) => missed(row.absences, locals.rally.programme),
				etat: (row) => stateOrder.indexOf(row.state)
			},
			first: 'nom'
		})
	};
};

export const actions: Actions = recordActions('participant');
