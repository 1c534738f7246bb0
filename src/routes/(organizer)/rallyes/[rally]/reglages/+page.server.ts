import { fail, redirect } from '@sveltejs/kit';
import { rallyFields } from '$lib/domain/fields/rally';
import { dayAndMonth, listed } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { version } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { answerEditError } from '$lib/server/refusal';
import { startingOn } from '$lib/server/use-cases/rallies/move-rally';
import { MoveForm, RallyForm } from '$lib/server/use-cases/rallies/rally-form';
import { saveRally } from '$lib/server/use-cases/rallies/save-rally';
import { locatePlace, lookUps } from '../entreprises/look-up';
import { savedInWords } from './saved-in-words';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ tiles: env().tiles, addresses: lookUps().addresses });

export const actions: Actions = {
	locateMeeting: locatePlace('meetingPoint'),
	locateClosing: locatePlace('closing'),
	save: async ({ request, locals, cookies }) => {
		const form = await readForm(request, RallyForm.extend(MoveForm.shape).extend({ version: version() }));
		if (!form.ok) return fail(400, form.error);

		const { moveTo, ...typed } = form.value;
		const input = { ...typed, programme: startingOn(typed.programme, moveTo) };
		const saved = await saveRally(await getDb(), locals.rally, input, locals.actor!);
		if (!saved.ok) {
			const { error } = saved;
			if (error.code !== 'days-noted') return answerEditError(error, input, rallyFields);
			const why = `Des présences ou des visites sont déjà notées (${listed(error.dates.map(dayAndMonth))}) : ces jours gardent leur date. Pour un autre rallye aux mêmes entreprises, copiez celui-ci.`;
			return fail(409, { typed: form.typed, problems: { [moveTo ? 'moveTo' : '']: [why] } });
		}
		flash(cookies, { message: savedInWords(saved.value) });
		redirect(303, `/rallyes/${locals.rally.id}`);
	}
};
