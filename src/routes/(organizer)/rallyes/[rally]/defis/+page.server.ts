import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { challengeLibrary } from '$lib/domain/challenge/library';
import { plural } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { chosenChallenges } from '$lib/server/db/repositories/chosen-challenges';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { chooseChallenges } from '$lib/server/use-cases/challenges/choose-challenges';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	library: challengeLibrary,
	chosen: await chosenChallenges(await getDb(), locals.rally.id).list()
});

const list = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((value) => (value === undefined ? [] : [value].flat().filter(Boolean)));

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const form = await readForm(request, z.object({ before: list, wanted: list }));
		if (!form.ok) return fail(400, form.error);
		await chooseChallenges(await getDb(), locals.rally, form.value, locals.actor!);
		flash(cookies, { message: `${plural(form.value.wanted.length, 'défi choisi', 'défis choisis')}.` });
		redirect(303, `/rallyes/${locals.rally.id}/defis`);
	}
};
