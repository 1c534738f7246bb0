import { error } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';

/** The company of the address, for a page about something of it. */
export async function companyNamed(rallyId: string, id: string) {
	const company = await records(await getDb(), 'company').find(rallyId, id);
	if (!company || company.archivedAt) error(404, NO_SUCH_RECORD);
	return company;
}
