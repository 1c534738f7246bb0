import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { plural, quoted } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { records } from '$lib/server/db/repositories/records';
import { env } from '$lib/server/env';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { shownLink } from '$lib/server/shown-link';
import { guestLetter, openGuestLinks, readGuestLinks } from '$lib/server/use-cases/closing/guest-links';
import {
	renewPersonalLink,
	revokePersonalLink
} from '$lib/server/use-cases/personal-links/give-personal-link';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally } }) => ({
	guests: (await readGuestLinks(await getDb(), rally)).map(({ link, ...guest }) => {
		const shown = link && shownLink(link, (token) => `/invite/${token}`);
		return { ...guest, link: shown, letter: shown && guestLetter(rally, guest, shown.address) };
	})
});

type Event = Pick<RequestEvent, 'request' | 'locals' | 'cookies'>;
async function guestOf({ request, locals }: Event) {
	const form = await readForm(request, z.object({ guest: z.uuid() }));
	const guest = form.ok
		? await records(await getDb(), 'guest').find(locals.rally.id, form.value.guest)
		: null;
	return guest ?? error(404, NO_SUCH_RECORD);
}
function back({ cookies, locals }: Event, message: string): never {
	flash(cookies, { message });
	redirect(303, `/rallyes/${locals.rally.id}/cloture/invites/liens`);
}

export const actions: Actions = {
	open: async (event) => {
		const { rally, actor } = event.locals;
		const opened = await openGuestLinks(await getDb(), rally, env().secret, actor!);
		back(event, opened === 0 ? 'Chaque invité a déjà sa page.' : `${plural(opened, 'page ouverte', 'pages ouvertes')}.`); // prettier-ignore
	},
	renew: async (event) => {
		const { id, name } = await guestOf(event);
		await renewPersonalLink(await getDb(), event.locals.rally, { guestId: id }, env().secret, event.locals.actor!); // prettier-ignore
		back(event, `${quoted(name)} a un nouveau lien ; un lien d’avant ne mène plus à rien.`);
	},
	revoke: async (event) => {
		const { id, name } = await guestOf(event);
		await revokePersonalLink(await getDb(), event.locals.rally, { guestId: id });
		back(event, `Le lien de ${quoted(name)} est fermé.`);
	}
};
