import { error, fail } from '@sveltejs/kit';
import { committeeMemberFields } from '$lib/domain/fields/committee';
import { french, quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { version } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { answerEditError, refuse } from '$lib/server/refusal';
import { MemberForm } from '$lib/server/use-cases/committee/committee-form';
import { saveCommitteeMember } from '$lib/server/use-cases/committee/save-committee';
import { toCommittee } from '../../to-committee';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals: { rally } }) => {
	const db = await getDb();
	const member = await records(db, 'committee-member').find(rally.id, params.member);
	if (!member) error(404, NO_SUCH_RECORD);
	const partners = await records(db, 'partner').list(rally.id);
	return {
		member,
		partners: partners.map(({ id, name }) => ({ id, name })).sort((a, b) => french.compare(a.name, b.name))
	};
};

export const actions: Actions = {
	default: async (event) => {
		const form = await readForm(event.request, MemberForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { rally, actor } = event.locals;
		const saved = await saveCommitteeMember(await getDb(), rally, event.params.member, form.value, actor!);
		if (!saved.ok) {
			if (saved.error.code === 'not-a-partner')
				return refuse(form.typed, { partnerId: ['Choisissez un partenaire du rallye.'] });
			return answerEditError(saved.error, form.value, committeeMemberFields);
		}
		return toCommittee(event, `${quoted(form.value.name)} : c’est enregistré.`, saved.value.change);
	}
};
