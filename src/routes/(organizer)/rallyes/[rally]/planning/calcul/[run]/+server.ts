import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { getDb } from '$lib/server/db/client';
import { planRuns } from '$lib/server/db/repositories/plan-runs';
import { eventStream } from '$lib/server/event-stream';
import { shownRun } from '../../shown-run';
import type { RequestHandler } from './$types';

const EVERY = 400;

/** The run as it goes, as server-sent events; the stream only reads, and ends with the run. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const db = await getDb();
	const read = () => planRuns(db).find(locals.rally.id, params.run);
	if (!z.uuid().safeParse(params.run).success || !(await read())) error(404, 'Ce calcul n’existe pas.');

	let last = '';
	return eventStream(EVERY, async () => {
		const run = await read();
		if (!run) return { lines: [], over: true };
		const shown = shownRun(run);
		const lines = JSON.stringify(shown) === last ? [] : [{ event: 'run', data: shown }];
		last = JSON.stringify(shown);
		return { lines, over: run.state !== 'queued' && run.state !== 'running' };
	});
};
