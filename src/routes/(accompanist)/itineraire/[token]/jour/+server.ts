import { json } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { readPhone } from '$lib/server/use-cases/day/read-phone';
import type { RequestHandler } from './$types';

const statuses = { closed: 404, 'too-many': 429 } as const;

/** What the page shows, for a page that stays open: dates as texts. */
export const GET: RequestHandler = async ({ params, getClientAddress, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
	const done = await readPhone(await getDb(), params.token, getClientAddress(), null, new Date());
	return done.ok ? json(done.value) : json(done.error, { status: statuses[done.error.code] });
};
