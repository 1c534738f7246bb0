import { error, fail } from '@sveltejs/kit';
import { challengeFields } from '$lib/domain/fields/challenge';
import { quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError } from '$lib/server/refusal';
import { ChallengeForm } from '$lib/server/use-cases/challenges/challenge-form';
import { saveChallenge } from '$lib/server/use-cases/challenges/save-challenge';
import { toChallenges } from '../to-challenges';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { rally } }) => {
	const challenge = await records(await getDb(), 'challenge').find(rally.id, params.challenge);
	if (!challenge) error(404, NO_SUCH_RECORD);
	return { challenge };
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, ChallengeForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await saveChallenge(await getDb(), rally, event.params.challenge, form.value, actor!);
		if (!saved.ok) return answerEditError(saved.error, form.value, challengeFields);
		return toChallenges(event, `${quoted(form.value.name)} : c’est enregistré.`, saved.value.change);
	}
};
