import { fail } from '@sveltejs/kit';
import { quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { ChallengeForm } from '$lib/server/use-cases/challenges/challenge-form';
import { addChallenge } from '$lib/server/use-cases/challenges/save-challenge';
import { toChallenges } from '../to-challenges';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, ChallengeForm);
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const added = await addChallenge(await getDb(), rally, form.value, actor!);
		return toChallenges(event, `Le défi ${quoted(form.value.name)} est ajouté, et choisi.`, added.change);
	}
};
