import { error, json } from '@sveltejs/kit';
import { z } from 'zod';
import { getDb } from '$lib/server/db/client';
import { drafts } from '$lib/server/db/repositories/drafts';
import { eventStream } from '$lib/server/event-stream';
import { SentEdit } from '$lib/server/use-cases/draft/draft-changes';
import { editDraft } from '$lib/server/use-cases/draft/edit-draft';
import { arrive, busyWith, Doing, othersIn } from '$lib/server/use-cases/draft/presence';
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

/** What this page has chosen or drags, for those who have the same draft open. */
export const PUT: RequestHandler = async ({ request, params, locals }) => {
	const doing = Doing.safeParse(await request.json().catch(() => null));
	if (!doing.success) return json({ code: 'unreadable' }, { status: 400 });
	const { client, ...what } = doing.data;
	busyWith(keyOf(locals.rally.id, params.draft), { client, userId: locals.actor!.userId }, what);
	return new Response(null, { status: 204 });
};

/** Whoever is in a draft is told to those of the same rally only. */
const keyOf = (rally: string, draft: string) => `${rally} ${draft}`;

/** What everybody does to the draft from the version asked for on, and who is there, as server-sent events. */
export const GET: RequestHandler = async ({ params, request, url, locals }) => {
	if (!z.uuid().safeParse(params.draft).success) error(404, 'Cette modification n’existe pas.');
	const all = drafts(await getDb(), locals.rally.id);
	if (!(await all.find(params.draft))) error(404, 'Cette modification n’existe pas.');
	let seen = Number(request.headers.get('last-event-id') ?? url.searchParams.get('depuis') ?? 0) || 0;

	const key = keyOf(locals.rally.id, params.draft);
	const client = z.uuid().safeParse(url.searchParams.get('page')).data;
	const { userId, name } = locals.actor!;
	const leave = client === undefined ? undefined : arrive(key, { client, userId, name });
	let told = '[]';
	return eventStream(
		EVERY,
		async () => {
			const draft = await all.find(params.draft);
			if (!draft) return { lines: [{ event: 'closed', data: {} }], over: true };
			const edits = draft.version > seen ? await all.editsSince(params.draft, seen) : [];
			seen = edits.at(-1)?.number ?? seen;
			const others = client === undefined ? [] : othersIn(key, client);
			const news = JSON.stringify(others) !== told;
			told = JSON.stringify(others);
			return {
				lines: [
					...edits.map((edit) => ({ id: edit.number, event: 'edit', data: edit })),
					...(news ? [{ event: 'presence', data: others }] : [])
				]
			};
		},
		leave
	);
};
