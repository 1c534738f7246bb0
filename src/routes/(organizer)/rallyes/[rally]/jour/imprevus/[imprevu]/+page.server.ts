import { error, fail, redirect } from '@sveltejs/kit';
import { clockInput } from '$lib/domain/french';
import { wallClock } from '$lib/domain/clock';
import { incidents, isIncident } from '$lib/domain/incident/incident';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { applyRemedy } from '$lib/server/use-cases/incidents/apply-remedy';
import { awayForHalfDay, noteAway } from '$lib/server/use-cases/incidents/away-for-half-day';
import { ChosenRemedy, IncidentForms, NotedAway } from '$lib/server/use-cases/incidents/incident-form';
import { proposeRemedies } from '$lib/server/use-cases/incidents/propose-remedies';
import { readChoices } from '$lib/server/use-cases/incidents/read-choices';
import type { Actions, PageServerLoad } from './$types';

const none = 'Cette page n’existe pas.';
const faults = {
	'no-plan': 'Aucun planning n’est en vigueur pour ces jours : publiez-en un.',
	'not-concerned': 'Le planning en vigueur n’en est pas changé : il n’y a rien à faire.',
	lost: 'Cette proposition ne vaut plus : une fiche a changé. Redites ce qui arrive.'
};

export const load: PageServerLoad = async ({ locals, params }) => {
	if (!isIncident(params.imprevu)) error(404, none);
	const now = new Date();
	return {
		slug: params.imprevu,
		...incidents[params.imprevu],
		choices: await readChoices(await getDb(), locals.rally, now),
		hour: clockInput(wallClock(now).minutes)
	};
};

export const actions: Actions = {
	propose: async ({ request, locals, params }) => {
		if (!isIncident(params.imprevu)) error(404, none);
		const form = await readForm(request, IncidentForms[params.imprevu]);
		if (!form.ok) return fail(400, form.error);
		if (form.value.kind === 'away') {
			const away = await awayForHalfDay(await getDb(), locals.rally, form.value, new Date());
			return away.ok
				? { typed: form.typed, away: away.value, noted: false }
				: fail(409, { typed: form.typed, problems: { '': [faults[away.error.code]] } });
		}
		const found = await proposeRemedies(await getDb(), locals.rally, form.value, new Date(), request.signal);
		if (!found.ok) return fail(409, { typed: form.typed, problems: { '': [faults[found.error.code]] } });
		return { typed: form.typed, proposed: found.value };
	},

	/** An absence of one half-day: the plan stays. The page then says whom to warn. */
	note: async ({ request, locals }) => {
		const form = await readForm(request, NotedAway);
		if (!form.ok) return fail(400, { problems: { '': [faults.lost] } });
		const done = await noteAway(await getDb(), locals.rally, form.value, new Date(), locals.actor!);
		return done.ok
			? { away: done.value, noted: true }
			: fail(409, { problems: { '': [faults[done.error.code]] } });
	},

	apply: async ({ request, locals, params, cookies }) => {
		if (!isIncident(params.imprevu)) error(404, none);
		const form = await readForm(request, ChosenRemedy);
		if (!form.ok) return fail(400, { problems: { '': [faults.lost] } });
		const { base, changes } = form.value;
		const done = await applyRemedy(
			await getDb(),
			locals.rally,
			{ base, changes, at: new Date() },
			locals.actor!
		);
		if (!done.ok) {
			const why =
				done.error.code === 'published-meanwhile'
					? `${done.error.by || 'Quelqu’un'} a publié la version ${done.error.number} entre-temps : redites ce qui arrive, les propositions partiront d’elle.`
					: faults[done.error.code];
			return fail(409, { problems: { '': [why] } });
		}
		flash(cookies, { message: `La version ${done.value.number} est en vigueur. Il reste à prévenir.` });
		redirect(303, `/rallyes/${locals.rally.id}/jour/imprevus/prevenir?version=${done.value.number}`);
	}
};
