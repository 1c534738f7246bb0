import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { recipientKinds } from '$lib/domain/publication/told';
import { plural } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { plans } from '$lib/server/db/repositories/plans';
import { env } from '$lib/server/env';
import { choiceOrNull, whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { mailer } from '$lib/server/mail/mailer';
import { readNotices } from '$lib/server/use-cases/publication/read-notices';
import { markTold, sendNotices, undoTold } from '$lib/server/use-cases/publication/send-notices';
import { whoSaw } from '$lib/server/use-cases/publication/team-news';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally } }) => {
	const db = await getDb();
	const plan = await plans(db).published(rally.id);
	const { toTell, done } = await readNotices(db, rally, env());
	return {
		plan: plan && { number: plan.number },
		toTell: toTell.map(({ kind, id, before, name, email, phone, mode, mailed, letter, failed }) => ({
			...{ kind, id, name, email, phone, mode, mailed, letter, failed },
			again: before !== null
		})),
		done,
		seen: await whoSaw(db, rally, plan?.teams.map(({ letter }) => letter) ?? []),
		mail: mailer().ready
	};
};

const Chosen = z.object({
	number: whole(1, 1_000_000),
	kind: choiceOrNull(recipientKinds).transform((kind) => kind ?? undefined),
	id: z.uuid().optional()
});

const OTHER_VERSION = 'Une autre version a été publiée depuis : relisez la liste avant d’envoyer.';
const hereOf = ({ rally }: App.Locals) => `/rallyes/${rally.id}/planning/avis`;

export const actions: Actions = {
	send: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Chosen);
		if (!form.ok) return fail(400, form.error);
		const done = await sendNotices(await getDb(), locals.rally, mailer(), env(), form.value, locals.actor!);
		if (!done.ok) return fail(409, { wrong: OTHER_VERSION });
		const { sent, failed, left } = done.value;
		const said = [
			`${plural(sent, 'courriel envoyé', 'courriels envoyés')}.`,
			failed > 0 ? `${plural(failed, 'envoi')} en échec : recommencez, ou prévenez autrement.` : '',
			left > 0 ? `${plural(left, 'courriel')} en attente : le serveur de courriel ne répond pas.` : ''
		];
		flash(cookies, { message: said.filter(Boolean).join(' ') });
		redirect(303, hereOf(locals));
	},

	told: async ({ request, locals, cookies }) => {
		const form = await readForm(request, Chosen);
		if (!form.ok) return fail(400, form.error);
		const done = await markTold(await getDb(), locals.rally, env(), form.value, locals.actor!);
		if (!done.ok) return fail(409, { wrong: OTHER_VERSION });
		flash(cookies, { message: `C’est noté : ${plural(done.value, 'destinataire prévenu', 'destinataires prévenus')}.` }); // prettier-ignore
		redirect(303, hereOf(locals));
	},

	undo: async ({ request, locals, cookies }) => {
		const form = await readForm(request, z.object({ notice: z.uuid() }));
		if (!form.ok) return fail(400, form.error);
		await undoTold(await getDb(), locals.rally, form.value.notice);
		flash(cookies, { message: 'C’est repris : à prévenir de nouveau.' });
		redirect(303, hereOf(locals));
	}
};
