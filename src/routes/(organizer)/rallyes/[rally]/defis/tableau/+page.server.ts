import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { challengeOf } from '$lib/domain/challenge/library';
import { getDb } from '$lib/server/db/client';
import { whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { readScores } from '$lib/server/use-cases/challenges/read-scores';
import { sayAsOrganizer } from '$lib/server/use-cases/day/correct-day';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => readScores(await getDb(), locals.rally);

const Given = z
	.object({
		team: z.string().regex(/^[A-Z]{1,2}$/, 'Choisissez une équipe.'),
		challenge: z.string().refine((id) => challengeOf(id) !== null, 'Choisissez un défi.'),
		points: whole(0, 100)
	})
	.refine(({ challenge, points }) => points <= (challengeOf(challenge)?.points ?? 0), {
		path: ['points'],
		error: 'C’est plus que ce que ce défi rapporte.'
	});

export const actions: Actions = {
	/** What a host gave, or points of the whole rally: the organiser's own line, which replaces their former one. */
	give: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Given);
		if (!form.ok) return fail(400, form.error);
		const { team, challenge, points } = form.value;
		const line = { team, said: { kind: 'points' as const, challenge, stop: null, points } };
		await sayAsOrganizer(await getDb(), locals.rally, [line], locals.actor!, new Date());
		flash(cookies, { message: `Équipe ${team} : points notés.` });
		redirect(303, `/rallyes/${locals.rally.id}/defis/tableau`);
	}
};
