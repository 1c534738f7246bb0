import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { french, quoted } from '$lib/domain/french';
import { participantStates, type ParticipantState } from '$lib/domain/participant';
import { getDb } from '$lib/server/db/client';
import { personalLinks } from '$lib/server/db/repositories/personal-links';
import { records } from '$lib/server/db/repositories/records';
import { referrals } from '$lib/server/db/repositories/referrals';
import { env } from '$lib/server/env';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { shownLink } from '$lib/server/shown-link';
import {
	renewPersonalLink,
	revokePersonalLink
} from '$lib/server/use-cases/personal-links/give-personal-link';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
	const db = await getDb();
	const { rally } = locals;
	const partners = (await records(db, 'partner').list(rally.id)).filter(({ roles }) =>
		roles.includes('prescriber')
	);
	const links = await personalLinks(db).ofRally(rally.id);
	const sent = await referrals(db).ofRally(rally.id);
	const states = new Map(
		(await records(db, 'participant').list(rally.id)).map(({ id, state }) => [id, state])
	);
	return {
		prescribers: partners
			.sort((a, b) => french.compare(a.name, b.name))
			.map(({ id, name, contactName, email }) => {
				const link = links.find(({ partnerId }) => partnerId === id);
				const own = sent.filter(({ partnerId }) => partnerId === id);
				const count = (state: ParticipantState) =>
					own.filter(({ participantId }) => states.get(participantId) === state).length;
				return {
					id,
					name,
					contactName,
					email,
					link: link ? shownLink(link, (token) => `/orientation/${token}`) : null,
					sent: own.length,
					states: (Object.keys(participantStates) as ParticipantState[])
						.map((state) => ({ state, count: count(state) }))
						.filter(({ count: some }) => some > 0)
				};
			})
	};
};

const Of = z.object({ partner: z.uuid() });
type Event = Pick<RequestEvent, 'request' | 'locals' | 'cookies'>;

async function prescriber({ request, locals }: Event) {
	const form = await readForm(request, Of);
	const partner = form.ok ? await records(await getDb(), 'partner').find(locals.rally.id, form.value.partner) : null; // prettier-ignore
	return partner ?? error(404, NO_SUCH_RECORD);
}
function back({ cookies, locals }: Event, message: string): never {
	flash(cookies, { message });
	redirect(303, `/rallyes/${locals.rally.id}/participants/prescripteurs`);
}

export const actions: Actions = {
	renew: async (event) => {
		const { id, name } = await prescriber(event);
		const { rally, actor } = event.locals;
		await renewPersonalLink(await getDb(), rally, { partnerId: id }, env().secret, actor!);
		back(event, `${quoted(name)} a un nouveau lien ; un lien d’avant ne mène plus à rien.`);
	},
	revoke: async (event) => {
		const { id, name } = await prescriber(event);
		await revokePersonalLink(await getDb(), event.locals.rally, { partnerId: id });
		back(event, `Le lien de ${quoted(name)} est fermé.`);
	}
};
