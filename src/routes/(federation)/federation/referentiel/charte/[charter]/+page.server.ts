import { error, fail, redirect } from '@sveltejs/kit';
import { charterVersions, currentCharter } from '$lib/domain/charter/numbers';
import { keptNumbers } from '$lib/domain/charter/version';
import { wallClock } from '$lib/domain/clock';
import { charterFields } from '$lib/domain/fields/network';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { charterProblems } from '$lib/server/charter-refusal';
import { getDb } from '$lib/server/db/client';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerEditError, refuse } from '$lib/server/refusal';
import { CharterForm, typedOf } from '$lib/server/use-cases/network/charter-form';
import { readCharter, rewriteCharter, withdrawCharter } from '$lib/server/use-cases/network/charters';
import type { Actions, PageServerLoad } from './$types';

const today = () => wallClock(new Date()).date;

export const load: PageServerLoad = async ({ params }) => {
	const read = await readCharter(await getDb(), params.charter, today());
	if (!read) error(404, NOT_FOUND);
	const { row, inForce } = read;
	return {
		inForce,
		charter: { title: row.title, label: row.label, inForceFrom: row.inForceFrom, version: row.version },
		touch: { updatedBy: row.updatedBy, updatedAt: row.updatedAt, archivedAt: null },
		values: typedOf(row),
		numbers: keptNumbers(row),
		first: charterVersions[currentCharter]
	};
};

export const actions: Actions = {
	save: async ({ request, params, cookies, locals }) => {
		const form = await readForm(request, CharterForm.safeExtend({ version: version() }));
		if (!form.ok) return fail(400, form.error);
		const { version: opened, ...input } = form.value;
		const saved = await rewriteCharter(await getDb(), params.charter, opened, input, locals.actor!, today());
		if (!saved.ok) {
			const { error: fault } = saved;
			return fault.code === 'not-found' || fault.code === 'edited-meanwhile'
				? answerEditError(fault, form.value, charterFields)
				: refuse(form.typed, charterProblems(fault));
		}
		flash(cookies, { message: 'La version est enregistrée.' });
		redirect(303, `/federation/referentiel/charte/${params.charter}`);
	},
	remove: async ({ params, cookies, locals }) => {
		const gone = await withdrawCharter(await getDb(), params.charter, locals.actor!, today());
		if (!gone.ok && gone.error.code === 'not-found') error(404, NOT_FOUND);
		if (!gone.ok) return refuse({}, charterProblems(gone.error as never));
		flash(cookies, { message: 'La version à venir est retirée : celle en vigueur reste.' });
		redirect(303, '/federation/referentiel');
	}
};
