import { calendarResponse } from '$lib/server/calendar-response';
import { getDb } from '$lib/server/db/client';
import { readHostCalendar } from '$lib/server/use-cases/publication/read-calendar';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) =>
	calendarResponse(await readHostCalendar(await getDb(), params.token));
