import { json } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { recordDayEvents } from '$lib/server/use-cases/day/record-day-events';
import { SentBatch } from '$lib/server/use-cases/day/sent-event';
import type { RequestHandler } from './$types';

const statuses = { closed: 404, 'too-many': 429 } as const;

/** What the phone kept, sent in its order; answers what became of each action. */
export const POST: RequestHandler = async ({ request, params, getClientAddress }) => {
	const sent = SentBatch.safeParse(await request.json().catch(() => null));
	if (!sent.success) return json({ code: 'unreadable' }, { status: 400 });
	const done = await recordDayEvents(await getDb(), params.token, sent.data, getClientAddress(), new Date());
	return done.ok ? json(done.value) : json(done.error, { status: statuses[done.error.code] });
};
