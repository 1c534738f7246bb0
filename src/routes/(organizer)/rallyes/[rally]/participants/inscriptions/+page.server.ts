import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { quoted } from '$lib/domain/french';
import { participantStates } from '$lib/domain/participant';
import { getDb } from '$lib/server/db/client';
import { choice } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { search } from '$lib/server/listing';
import { readForm } from '$lib/server/form';
import { seesPrivate } from '$lib/server/private-people';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { moveParticipant } from '$lib/server/use-cases/enrolment/move-participant';
import { orderWaitingList } from '$lib/server/use-cases/enrolment/order-waiting-list';
import { readEnrolment } from '$lib/server/use-cases/enrolment/read-enrolment';
import { keepApart, uniteTwins } from '$lib/server/use-cases/enrolment/settle-twins';
import { SettleForm, settleCorrection } from '$lib/server/use-cases/referrals/settle-correction';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const enrolment = await readEnrolment(await getDb(), locals.rally, seesPrivate(locals));
	const { query, holds } = search(url);
	const sentBy = enrolment.beside?.prescribers ?? {};
	const all = Object.values(enrolment.people).flat();
	const found = all.filter(({ id, name }) => holds(`${name} ${sentBy[id] ?? ''}`)).map(({ id }) => id);
	return { ...enrolment, query, total: all.length, found: query ? found : null };
};

const Move = z.object({ id: z.uuid(), from: choice(participantStates), to: choice(participantStates) });
const Order = z.object({ id: z.uuid(), direction: choice({ up: '', down: '' }) });
const Pair = z.object({ person: z.uuid(), of: z.uuid() });
type Event = Pick<RequestEvent, 'request' | 'locals' | 'cookies'>;

/** Returns to the page with what was done, or why not. */
function back({ cookies, locals }: Event, message: string, undo?: string): never {
	flash(cookies, undo ? { message, undo } : { message });
	redirect(303, `/rallyes/${locals.rally.id}/participants/inscriptions`);
}
const MEANWHILE = 'Quelqu’un vient de modifier cette fiche : regardez où elle en est, puis recommencez.';

export const actions: Actions = {
	move: async (event) => {
		const form = await readForm(event.request, Move);
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = event.locals;
		const moved = await moveParticipant(await getDb(), rally, form.value, actor!);
		if (moved.ok) {
			const { name, change } = moved.value;
			back(event, `${name} : ${participantStates[form.value.to].toLowerCase()}.`, change);
		}
		if (moved.error.code === 'not-found') error(404, NO_SUCH_RECORD);
		if (moved.error.code === 'not-a-move') back(event, 'Ce changement n’est pas possible depuis cet état.');
		const { by, state } = moved.error;
		back(event, `${by} vient de changer cette inscription : ${quoted(participantStates[state])}. Rien n’a été changé de plus.`); // prettier-ignore
	},
	order: async (event) => {
		const form = await readForm(event.request, Order);
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = event.locals;
		const ordered = await orderWaitingList(await getDb(), rally, form.value, actor!);
		if (ordered.ok) back(event, 'La liste d’attente a changé d’ordre.', ordered.value.change);
		back(event, ordered.error.code === 'not-found' ? 'La liste d’attente reste dans cet ordre.' : MEANWHILE);
	},
	unite: async (event) => {
		const form = await readForm(event.request, Pair);
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = event.locals;
		const united = await uniteTwins(await getDb(), rally, form.value, actor!);
		if (united.ok)
			back(event, 'Les deux fiches n’en font plus qu’une ; la seconde est archivée.', united.value.change);
		back(event, MEANWHILE);
	},
	settle: async (event) => {
		const form = await readForm(event.request, SettleForm);
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = event.locals;
		const settled = await settleCorrection(await getDb(), rally, form.value, actor!);
		if (!settled.ok) back(event, MEANWHILE);
		const { name, change } = settled.value;
		back(event, change ? `${name} : la fiche suit le prescripteur.` : `${name} : votre version reste.`, change?.change); // prettier-ignore
	},
	apart: async (event) => {
		const form = await readForm(event.request, Pair);
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = event.locals;
		const kept = await keepApart(await getDb(), rally, form.value, actor!);
		if (kept.ok) back(event, 'C’est noté : ce sont deux personnes.', kept.value.change);
		back(event, MEANWHILE);
	}
};
