import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { guestCount, guestKinds, guestReplies } from '$lib/domain/closing/guests';
import { plural } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { choice, version, wholeOrNull } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { listing } from '$lib/server/listing';
import { NO_SUCH_RECORD, recordActions } from '$lib/server/record-actions';
import { inviteAll, noteGuest, toInvite } from '$lib/server/use-cases/closing/invite';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const archived = url.searchParams.has('archives');
	const db = await getDb();
	const all = await records(db, 'guest').list(locals.rally.id, { archived });
	const { companies, partners } = await toInvite(db, locals.rally);
	return {
		archived,
		count: guestCount(all),
		toInvite: { companies: companies.length, partners: partners.length },
		list: listing(all, url, {
			text: (row) => `${row.name} ${row.organisation} ${guestKinds[row.kind]}`,
			columns: {
				nom: (row) => row.name,
				titre: (row) => guestKinds[row.kind],
				personnes: (row) => row.people,
				reponse: (row) => guestReplies[row.reply],
				venus: (row) => row.came ?? -1
			},
			first: 'titre'
		})
	};
};

const Noted = z.object({
	id: z.uuid(),
	version: version(),
	reply: choice(guestReplies),
	came: wholeOrNull(0, 99)
});

export const actions: Actions = {
	...recordActions('guest'),

	invite: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, z.object({ whom: z.enum(['companies', 'partners']) }));
		if (!form.ok) return fail(400, form.error);
		const { added, change } = await inviteAll(await getDb(), locals.rally, form.value.whom, locals.actor!);
		flash(cookies, {
			message: added === 0 ? 'Il n’y avait plus personne à inviter.' : `${plural(added, 'invitation ajoutée', 'invitations ajoutées')}.`, // prettier-ignore
			...(change && { undo: change })
		});
		redirect(303, url.pathname);
	},

	note: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, Noted);
		if (!form.ok) return fail(400, { ...form.error, row: String(form.error.typed.id ?? '') });
		const { id, version: seen, ...noted } = form.value;
		const saved = await noteGuest(await getDb(), locals.rally, id, seen, noted, locals.actor!);
		if (!saved.ok && saved.error.code === 'not-found') error(404, NO_SUCH_RECORD);
		if (!saved.ok)
			return fail(409, {
				typed: form.typed,
				row: id,
				problems: { '': ['Quelqu’un a changé cette invitation depuis : relisez-la, puis notez de nouveau.'] }
			});
		flash(cookies, { message: 'C’est noté.', undo: saved.value.change });
		redirect(303, `${url.pathname}?${[...url.searchParams].filter(([name]) => !name.startsWith('/')).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`); // prettier-ignore
	}
};
