import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { readReminders } from '$lib/server/use-cases/reminders/read-reminders';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const asked = { what: url.searchParams.get('quoi'), days: Number(url.searchParams.get('quand')) || null };
	return readReminders(await getDb(), locals.rally, asked, wallClock(new Date()).date);
};
