import { error, fail } from '@sveltejs/kit';
import { z } from 'zod';
import { quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { refuse } from '$lib/server/refusal';
import { MemberForm } from '$lib/server/use-cases/committee/committee-form';
import { readCommittee } from '$lib/server/use-cases/committee/read-committee';
import { addCommitteeMember } from '$lib/server/use-cases/committee/save-committee';
import { archiveRecord } from '$lib/server/use-cases/records/edit-record';
import { toCommittee } from './to-committee';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally } }) => readCommittee(await getDb(), rally);

export const actions: Actions = {
	add: async (event) => {
		const form = await readForm(event.request, MemberForm);
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const added = await addCommitteeMember(await getDb(), rally, form.value, actor!);
		if (!added.ok) return refuse(form.typed, { partnerId: ['Choisissez un partenaire du rallye.'] });
		return toCommittee(event, `${quoted(form.value.name)} est au comité.`, added.value.change);
	},

	remove: async (event) => {
		const form = await readForm(event.request, z.object({ id: z.uuid() }));
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = event.locals;
		const done = await archiveRecord(await getDb(), 'committee-member', rally, form.value.id, actor!);
		if (!done.ok) error(404, NO_SUCH_RECORD);
		return toCommittee(event, 'Cette personne n’est plus au comité.', done.value.change);
	}
};
