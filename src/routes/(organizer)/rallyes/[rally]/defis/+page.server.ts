import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { plural, quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { chooseChallenges } from '$lib/server/use-cases/challenges/choose-challenges';
import { readChallenges } from '$lib/server/use-cases/challenges/read-challenges';
import { takeUpChallenge } from '$lib/server/use-cases/challenges/save-challenge';
import { archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { toChallenges } from './to-challenges';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => readChallenges(await getDb(), locals.rally);

const list = z
	.union([z.string(), z.array(z.string())])
	.optional()
	.transform((value) => (value === undefined ? [] : [value].flat().filter(Boolean)));
const One = z.object({ id: z.uuid() });

export const actions: Actions = {
	choose: async (event) => {
		const form = await readForm(event.request, z.object({ before: list, wanted: list }));
		if (!form.ok) return fail(400, form.error);
		const { rally, actor } = event.locals;
		await chooseChallenges(await getDb(), rally, form.value, actor!);
		const count = plural(form.value.wanted.length, 'défi choisi', 'défis choisis');
		return toChallenges(event, `${count}.`);
	},

	/** Out of the list; the points it brought count again if it comes back. */
	remove: async (event) => {
		const form = await readForm(event.request, One);
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = event.locals;
		const done = await archiveRecord(await getDb(), 'challenge', rally, form.value.id, actor!);
		if (!done.ok) error(404, NO_SUCH_RECORD);
		return toChallenges(event, 'Ce défi est retiré de la liste.', done.value.change);
	},

	'take-up': async (event) => {
		const form = await readForm(event.request, One);
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = event.locals;
		const done = await takeUpChallenge(await getDb(), rally, form.value.id, actor!);
		if (!done.ok) error(404, NO_SUCH_RECORD);
		return toChallenges(event, `${quoted(done.value.title)} est repris, et choisi.`, done.value.change);
	}
};
