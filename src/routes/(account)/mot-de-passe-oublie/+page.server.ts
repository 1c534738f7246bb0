import { getDb } from '$lib/server/db/client';
import { readForm } from '$lib/server/form';
import { mailer } from '$lib/server/mail/mailer';
import { AskReset, askReset } from '$lib/server/use-cases/accounts/ask-reset';
import { refuseAccount } from '../answer';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ sends: mailer().ready });

export const actions: Actions = {
	default: async ({ request, getClientAddress }) => {
		const form = await readForm(request, AskReset);
		if (!form.ok) return refuseAccount(form.error);

		await askReset(await getDb(), form.value, getClientAddress());
		return { asked: true };
	}
};
