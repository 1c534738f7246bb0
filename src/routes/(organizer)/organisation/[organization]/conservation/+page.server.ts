import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { fullDate, plural } from '$lib/domain/french';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { readOrganization } from '$lib/server/use-cases/accounts/read-organization';
import { noticesOf } from '$lib/server/use-cases/retention/look-after';
import { rallyKept, readRetention } from '$lib/server/use-cases/retention/read-retention';
import { reduceRally, type ReduceFault } from '$lib/server/use-cases/retention/reduce-rally';
import { RetentionForm, saveRetention } from '$lib/server/use-cases/retention/save-retention';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const db = await getDb();
	const organization = await readOrganization(db, params.organization);
	if (!organization) error(404, NOT_FOUND);
	const read = await readRetention(db, organization.id, new Date());
	return {
		organization: { id: organization.id, name: organization.name },
		...read,
		notice: (await noticesOf(db, organization.id, new Date())).join('\n\n')
	};
};

export const actions: Actions = {
	save: async (event) => {
		const form = await readForm(event.request, RetentionForm);
		if (!form.ok) return fail(400, { about: 'save' as const, ...form.error });
		const { params, locals } = event;
		const saved = await saveRetention(await getDb(), params.organization, form.value, locals.actor!);
		if (!saved.ok)
			return fail(409, {
				about: 'save' as const,
				typed: form.typed,
				problems: { months: ['Quelqu’un vient de changer cette durée. Rechargez la page avant de choisir.'] }
			});
		return back(event, 'La durée de conservation est enregistrée.');
	},

	reduce: async (event) => {
		const form = await readForm(event.request, z.object({ rally: z.uuid(), agreed: z.literal('on') }));
		if (!form.ok)
			return fail(400, { about: 'refused' as const, says: 'Cochez d’abord la case : l’effacement ne se défait pas.' }); // prettier-ignore
		const db = await getDb();
		const rally = await rallyKept(db, event.params.organization, form.value.rally);
		if (!rally) error(404, NOT_FOUND);
		const done = await reduceRally(db, rally, { by: event.locals.actor!.name, onlyDue: true }, new Date());
		if (!done.ok) return fail(409, { about: 'refused' as const, says: refused(done.error) });
		return back(
			event,
			`${plural(done.value.people, 'personne effacée', 'personnes effacées')}. Les chiffres du rallye restent.`
		);
	}
};

function refused(fault: ReduceFault): string {
	if (fault.code === 'nobody') return 'Ce rallye n’a plus de fiches de personnes.';
	if (fault.code === 'not-over') return 'Ce rallye n’est pas terminé.';
	return `Quelque chose a été écrit depuis de ces personnes : l’échéance est maintenant le ${fullDate(fault.on)}.`;
}

function back(
	{ cookies, params }: Pick<RequestEvent<{ organization: string }>, 'cookies' | 'params'>,
	message: string
): never {
	flash(cookies, { message });
	redirect(303, `/organisation/${params.organization}/conservation`);
}
