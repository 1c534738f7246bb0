import { error } from '@sveltejs/kit';
import { french } from '$lib/domain/french';
import { fullName } from '$lib/domain/participant';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import type { PageServerLoad } from './$types';

/** Names only: the sheet goes round the room. */
export const load: PageServerLoad = async ({ params, locals }) => {
	const db = await getDb();
	const session = await records(db, 'session').find(locals.rally.id, params.session);
	if (!session) error(404, NO_SUCH_RECORD);
	const { id, date, start, minutes, place, address, attendance } = session;
	const names = (await records(db, 'participant').list(locals.rally.id))
		.filter((person) => attendance[person.id])
		.sort((a, b) => french.compare(`${a.lastName} ${a.firstName}`, `${b.lastName} ${b.firstName}`))
		.map((person) => ({ id: person.id, name: fullName(person) }));
	return { session: { id, date, start, minutes, place, address }, names };
};
