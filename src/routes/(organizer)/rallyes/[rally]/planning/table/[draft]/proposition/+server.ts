import { json } from '@sveltejs/kit';
import { z } from 'zod';
import { wants } from '$lib/domain/draft/wants';
import { getDb } from '$lib/server/db/client';
import { askForDraft } from '$lib/server/use-cases/draft/ask-for-draft';
import type { RequestHandler } from './$types';

/** Longest time somebody waits for a proposal, seconds. */
const SECONDS = 8;
const Asked = z.object({
	want: z.enum(Object.keys(wants) as [keyof typeof wants, ...(keyof typeof wants)[]])
});

/** What the planner would change of the draft: to be accepted or not. */
export const POST: RequestHandler = async ({ request, params, locals }) => {
	const asked = Asked.safeParse(await request.json().catch(() => null));
	if (!asked.success || !z.uuid().safeParse(params.draft).success)
		return json({ code: 'unreadable' }, { status: 400 });
	const { signal } = request;
	const found = await askForDraft(await getDb(), locals.rally, params.draft, {
		want: asked.data.want,
		seconds: SECONDS,
		signal
	});
	return found.ok ? json(found.value) : json(found.error, { status: 404 });
};
