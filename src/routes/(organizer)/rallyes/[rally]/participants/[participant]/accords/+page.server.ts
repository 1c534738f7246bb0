import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { afterWithdrawal, consentKinds } from '$lib/domain/consent/consent';
import { wallClock } from '$lib/domain/clock';
import { fullName } from '$lib/domain/participant';
import { getDb } from '$lib/server/db/client';
import { personalLinks } from '$lib/server/db/repositories/personal-links';
import { records } from '$lib/server/db/repositories/records';
import { env } from '$lib/server/env';
import { choice } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { shownLink } from '$lib/server/shown-link';
import { ConsentForm } from '$lib/server/use-cases/consents/consent-form';
import { readConsents } from '$lib/server/use-cases/consents/read-consents';
import { recordConsent, withdrawConsent } from '$lib/server/use-cases/consents/record-consent';
import {
	renewPersonalLink,
	revokePersonalLink
} from '$lib/server/use-cases/personal-links/give-personal-link';
import type { Actions, PageServerLoad } from './$types';

const today = () => wallClock(new Date()).date;

export const load: PageServerLoad = async ({ params, locals }) => {
	const db = await getDb();
	const person = await records(db, 'participant').find(locals.rally.id, params.participant);
	if (!person) error(404, NO_SUCH_RECORD);
	const link = await personalLinks(db).of(locals.rally.id, { participantId: person.id });
	return {
		person: { id: person.id, name: fullName(person), minor: person.ageBand === 'under-18' },
		consents: await readConsents(db, locals.rally, person.id),
		today: today(),
		link: link && shownLink(link, (token) => `/mon-rallye/${token}/accords`)
	};
};

const Kind = z.object({ kind: choice(consentKinds) });
type Event = Pick<RequestEvent, 'request' | 'locals' | 'cookies'> & { params: { participant: string } };

/** Returns to the page with what was done. */
function back({ cookies, locals, params }: Event, message: string): never {
	flash(cookies, { message });
	redirect(303, `/rallyes/${locals.rally.id}/participants/${params.participant}/accords`);
}
const known = async ({ locals, params }: Event) => {
	const person = await records(await getDb(), 'participant').find(locals.rally.id, params.participant);
	return person ?? error(404, NO_SUCH_RECORD);
};

export const actions: Actions = {
	record: async (event) => {
		const form = await readForm(event.request, ConsentForm);
		if (!form.ok) return fail(400, { ...form.error, kind: String(form.error.typed.kind ?? '') });
		const { rally, actor } = event.locals;
		const participantId = event.params.participant;
		const done = await recordConsent(await getDb(), rally, { participantId, ...form.value }, actor!, today());
		if (done.ok) back(event, `C’est noté : ${consentKinds[form.value.kind].toLowerCase()}.`);
		if (done.error.code === 'not-found') error(404, NO_SUCH_RECORD);
		const problems: Record<string, string[]> = { decidedOn: ['Ce jour n’est pas encore passé.'] };
		return fail(409, { typed: form.typed, problems, kind: form.value.kind as string });
	},
	withdraw: async (event) => {
		const form = await readForm(event.request, Kind);
		if (!form.ok) error(404, NO_SUCH_RECORD);
		const { rally, actor } = event.locals;
		const { kind } = form.value;
		const asked = { participantId: event.params.participant, kind, means: 'oral' as const };
		const done = await withdrawConsent(await getDb(), rally, asked, actor!, today());
		if (!done.ok) error(404, NO_SUCH_RECORD);
		back(event, `Le retrait est noté. ${afterWithdrawal[kind]}`);
	},
	renew: async (event) => {
		const { id } = await known(event);
		const { rally, actor } = event.locals;
		await renewPersonalLink(await getDb(), rally, { participantId: id }, env().secret, actor!);
		back(event, 'La personne a une nouvelle adresse ; une adresse d’avant ne mène plus à rien.');
	},
	revoke: async (event) => {
		const { id } = await known(event);
		await revokePersonalLink(await getDb(), event.locals.rally, { participantId: id });
		back(event, 'La page de la personne est fermée.');
	}
};
