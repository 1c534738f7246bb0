import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { getDb } from '$lib/server/db/client';
import { drafts } from '$lib/server/db/repositories/drafts';
import { SentEdit } from '$lib/server/use-cases/draft/draft-changes';
import { editDraft } from '$lib/server/use-cases/draft/edit-draft';
import type { RequestHandler } from './$types';

const EVERY = 500;
/** Said now and then, so that whatever stands between keeps the line open. */
const PULSE = 15_000;

/** One edit from the table. 409 with both versions when somebody changed the same thing meanwhile. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	const sent = SentEdit.safeParse(await request.json().catch(() => null));
	if (!sent.success || !z.uuid().safeParse(params.draft).success)
		return json({ code: 'unreadable' }, { status: 400 });
	const made = await editDraft(await getDb(), locals.rally, params.draft, sent.data, locals.actor!);
	if (made.ok) return json(made.value);
	const status = { 'not-found': 404, 'changed-meanwhile': 409, unknown: 400 }[made.error.code];
	return json(made.error, { status });
};

/** What everybody does to the draft, as server-sent events, from the version asked for on. */
export const GET: RequestHandler = async ({ params, request, url, locals }) => {
	if (!z.uuid().safeParse(params.draft).success) error(404, 'Cette modification n’existe pas.');
	const all = drafts(await getDb(), locals.rally.id);
	if (!(await all.find(params.draft))) error(404, 'Cette modification n’existe pas.');
	let seen = Number(request.headers.get('last-event-id') ?? url.searchParams.get('depuis') ?? 0) || 0;

	let gone = false;
	const stream = new ReadableStream<Uint8Array>({
		async start(controller) {
			const encoder = new TextEncoder();
			const say = (text: string) => controller.enqueue(encoder.encode(text));
			let spoke = Date.now();
			try {
				while (!gone) {
					const draft = await all.find(params.draft);
					if (!draft) {
						say('event: closed\ndata: {}\n\n');
						break;
					}
					if (draft.version > seen) {
						for (const edit of await all.editsSince(params.draft, seen)) {
							say(`id: ${edit.number}\nevent: edit\ndata: ${JSON.stringify(edit)}\n\n`);
							seen = edit.number;
						}
						spoke = Date.now();
					} else if (Date.now() - spoke > PULSE) {
						say(': toujours là\n\n');
						spoke = Date.now();
					}
					await new Promise((resolve) => setTimeout(resolve, EVERY));
				}
			} catch (problem) {
				if (!gone) controller.error(problem);
				return;
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
