import { attendanceCounts, sessionTiming } from '$lib/domain/enrolment/session';
import { longDate } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { listing } from '$lib/server/listing';
import { recordActions } from '$lib/server/record-actions';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const archived = url.searchParams.has('archives');
	const all = (await records(await getDb(), 'session').list(locals.rally.id, { archived })).map(
		({ id, date, start, place, places, attendance }) => ({
			id,
			date,
			start,
			place,
			places,
			counts: attendanceCounts(attendance),
			timing: sessionTiming(date, locals.rally.programme)
		})
	);
	return {
		archived,
		list: listing(all, url, {
			text: (row) => `${longDate(row.date)} ${row.place}`,
			columns: {
				date: (row) => `${row.date} ${row.start}`,
				lieu: (row) => row.place,
				presents: (row) => row.counts.attended
			},
			first: 'date'
		})
	};
};

export const actions: Actions = recordActions('session');
