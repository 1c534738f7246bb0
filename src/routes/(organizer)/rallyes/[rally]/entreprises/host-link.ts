import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Company } from '$lib/domain/company';
import type { Rally } from '$lib/domain/rally';
import { getDb } from '$lib/server/db/client';
import { hostAnswers } from '$lib/server/db/repositories/host-answers';
import { hostLinks } from '$lib/server/db/repositories/host-links';
import { env } from '$lib/server/env';
import { flash } from '$lib/server/flash';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { giveHostLinks, renewHostLink, revokeHostLink } from '$lib/server/use-cases/host-links/give-link';
import { hostLetter } from '$lib/server/use-cases/host-links/host-letter';
import { hostTokenOf } from '$lib/server/use-cases/host-links/link-token';

/** A company's page without an account, as the organizer hands it out, and whether an answer waits. */
export async function hostOf(rally: Rally, company: Company) {
	const db = await getDb();
	const { origin, secret } = env();
	const link = await hostLinks(db).ofCompany(rally.id, company.id);
	const address = link && `${origin}/accueil/${hostTokenOf(link.id, secret)}`;
	return {
		host: {
			link: link && {
				address: address!,
				expiresAt: link.expiresAt,
				lastSeenAt: link.lastSeenAt,
				letter: hostLetter(rally, company, address!)
			},
			waiting: (await hostAnswers(db).openOf(company.id)) !== null
		}
	};
}

type Event = Pick<RequestEvent, 'locals' | 'cookies'> & { params: { company: string } };

const back = ({ locals, cookies, params }: Event, message: string): never => {
	flash(cookies, { message });
	redirect(303, `/rallyes/${locals.rally.id}/entreprises/${params.company}`);
};

export const hostLinkActions = {
	giveLink: async (event: Event) => {
		const { rally, actor } = event.locals;
		await giveHostLinks(await getDb(), rally, [event.params.company], env().secret, actor!);
		back(event, 'L’entreprise a sa page. Envoyez-lui l’adresse.');
	},
	renewLink: async (event: Event) => {
		const { rally, actor } = event.locals;
		const renewed = await renewHostLink(await getDb(), rally, event.params.company, env().secret, actor!);
		if (!renewed.ok) error(404, NO_SUCH_RECORD);
		back(event, 'L’entreprise a une nouvelle adresse ; l’ancienne ne mène plus à rien.');
	},
	revokeLink: async (event: Event) => {
		await revokeHostLink(await getDb(), event.locals.rally, event.params.company);
		back(event, 'La page de l’entreprise est fermée.');
	}
};
