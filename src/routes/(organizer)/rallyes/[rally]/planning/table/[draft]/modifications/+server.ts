import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { getDb } from '$lib/server/db/client';
import { drafts } from '$lib/server/db/repositories/drafts';
import { eventStream } from '$lib/server/event-stream';
import { SentEdit } from '$lib/server/use-cases/draft/draft-changes';
import { editDraft } from '$lib/server/use-cases/draft/edit-draft';
import type { RequestHandler } from './$types';

const EVERY = 500;

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

	return eventStream(EVERY, async () => {
		const draft = await all.find(params.draft);
		if (!draft) return { lines: [{ event: 'closed', data: {} }], over: true };
		const edits = draft.version > seen ? await all.editsSince(params.draft, seen) : [];
		seen = edits.at(-1)?.number ?? seen;
		return { lines: edits.map((edit) => ({ id: edit.number, event: 'edit', data: edit })) };
	});
};
