import { getDb } from '$lib/server/db/client';
import { dayLog } from '$lib/server/db/repositories/day-log';
import { eventStream } from '$lib/server/event-stream';
import type { RequestHandler } from './$types';

const EVERY = 1000;

/** What teams and organisers say of the day, line by line, from the number asked for on. */
export const GET: RequestHandler = async ({ request, url, locals }) => {
	const log = dayLog(await getDb(), locals.rally.id);
	let seen = Number(request.headers.get('last-event-id') ?? url.searchParams.get('depuis') ?? 0) || 0;
	return eventStream(EVERY, async () => {
		const lines = (await log.since(seen)).map((event) => ({ id: event.number, event: 'day', data: event }));
		seen = lines.at(-1)?.id ?? seen;
		return { lines };
	});
};
