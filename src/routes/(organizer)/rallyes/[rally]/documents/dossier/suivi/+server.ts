import { error } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { errands, shownErrand } from '$lib/server/db/repositories/errands';
import { eventStream } from '$lib/server/event-stream';
import type { RequestHandler } from './$types';

const EVERY = 300;

/** The backup pack being made, as server-sent events; the stream only reads, and ends with it. */
export const GET: RequestHandler = async ({ locals: { rally } }) => {
	const db = await getDb();
	const read = () => errands(db).latest(rally.id, 'backup-pack');
	if (!(await read())) error(404, 'Aucun dossier n’a été demandé.');

	let last = '';
	return eventStream(EVERY, async () => {
		const errand = await read();
		if (!errand) return { lines: [], over: true };
		const shown = shownErrand(errand);
		const lines = JSON.stringify(shown) === last ? [] : [{ event: 'errand', data: shown }];
		last = JSON.stringify(shown);
		return { lines, over: errand.state !== 'queued' && errand.state !== 'running' };
	});
};
