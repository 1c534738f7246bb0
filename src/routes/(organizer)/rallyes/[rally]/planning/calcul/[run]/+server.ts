import { error } from '@sveltejs/kit';
import { z } from 'zod';
import { getDb } from '$lib/server/db/client';
import { planRuns } from '$lib/server/db/repositories/plan-runs';
import { shownRun } from '../../shown-run';
import type { RequestHandler } from './$types';

const EVERY = 400;

/** The run as it goes, as server-sent events; the stream only reads, and ends with the run. */
export const GET: RequestHandler = async ({ params, locals }) => {
	const db = await getDb();
	const read = () => planRuns(db).find(locals.rally.id, params.run);
	if (!z.uuid().safeParse(params.run).success || !(await read())) error(404, 'Ce calcul n’existe pas.');

	let gone = false;
	const stream = new ReadableStream<Uint8Array>({
		async start(controller) {
			const encoder = new TextEncoder();
			let last = '';
			while (!gone) {
				const run = await read();
				if (!run) break;
				const data = JSON.stringify(shownRun(run));
				if (data !== last) controller.enqueue(encoder.encode(`event: run\ndata: ${data}\n\n`));
				last = data;
				if (run.state !== 'queued' && run.state !== 'running') break;
				await new Promise((resolve) => setTimeout(resolve, EVERY));
			}
			if (!gone) controller.close();
		},
		cancel() {
			gone = true;
		}
	});
	return new Response(stream, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-cache, no-transform',
			'x-accel-buffering': 'no'
		}
	});
};
