import { error } from '@sveltejs/kit';
import { calendarResponse } from '$lib/server/calendar-response';
import { getDb } from '$lib/server/db/client';
import { openDay } from '$lib/server/use-cases/day/open-day';
import { readTeamCalendar } from '$lib/server/use-cases/publication/read-calendar';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, getClientAddress }) => {
	const db = await getDb();
	const opened = await openDay(db, params.token, getClientAddress());
	if (!opened.ok && opened.error.code === 'too-many') error(429, 'Recommencez dans dix minutes.');
	return calendarResponse(await readTeamCalendar(db, params.token));
};
