import { error, fail, redirect } from '@sveltejs/kit';
import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { readForm, type FormProblems, type Typed } from '$lib/server/form';
import {
	changeAsHost,
	confirmAsHost,
	HostForm,
	HostWithdrawalForm,
	HostWordForm,
	withdrawAsHost,
	type AnswerError
} from '$lib/server/use-cases/host-answers/answer-as-host';
import { giveAsHost, HostPointsForm } from '$lib/server/use-cases/challenges/give-as-host';
import { readHostPage } from '$lib/server/use-cases/host-answers/read-host-page';
import type { CompanyFault } from '$lib/server/use-cases/companies/save-company';
import { positionWords } from '$lib/geo/place';
import type { Actions, PageServerLoad } from './$types';

const CLOSED =
	'Ce lien ne mène plus à une page d’accueil. Demandez-en un nouveau à la personne qui organise le rallye.';
const TOO_MANY =
	'Beaucoup de réponses en peu de temps : recommencez dans une heure, ou appelez l’organisation.';

const done = ['confirme', 'change', 'retire', 'points'] as const;

export const load: PageServerLoad = async ({ params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
	const page = await readHostPage(await getDb(), params.token, new Date());
	if (!page) error(404, CLOSED);
	return {
		page,
		tiles: env().tiles,
		done: done.find((what) => what === url.searchParams.get('fait')) ?? null
	};
};

const answered = (what: (typeof done)[number]) =>
	redirect(303, `?fait=${what}#${what === 'points' ? 'defis' : 'reponse'}`);

const notGiven = {
	'too-many': TOO_MANY,
	'not-here': 'Cette équipe n’est plus attendue chez vous à cette heure, ou ce défi n’est plus joué.',
	'too-high': 'C’est plus que ce que ce défi rapporte.'
};

function refused(problem: AnswerError | CompanyFault, typed: Typed) {
	if (problem.code === 'closed') error(404, CLOSED);
	const problems: FormProblems['problems'] =
		problem.code === 'too-many'
			? { '': [TOO_MANY] }
			: problem.code === 'slot-outside-rally'
				? { [`slots.${problem.line}.date`]: ['Ce jour n’est pas un jour du rallye.'] }
				: problem.code === 'bad-position'
					? { [problem.field]: [positionWords(problem.reason)] }
					: { [problem.field]: ['Donnez la latitude et la longitude, ou aucune des deux.'] };
	return fail(problem.code === 'too-many' ? 429 : 409, { typed, problems });
}

export const actions: Actions = {
	confirm: async ({ request, params }) => {
		const form = await readForm(request, HostWordForm);
		if (!form.ok) return fail(400, form.error);
		const sent = await confirmAsHost(await getDb(), params.token, form.value);
		return sent.ok ? answered('confirme') : refused(sent.error, form.typed);
	},
	change: async ({ request, params }) => {
		const form = await readForm(request, HostForm);
		if (!form.ok) return fail(400, form.error);
		const sent = await changeAsHost(await getDb(), params.token, form.value);
		return sent.ok ? answered('change') : refused(sent.error, form.typed);
	},
	points: async ({ request, params }) => {
		const form = await readForm(request, HostPointsForm);
		if (!form.ok) return fail(400, { notGiven: 'Ces points n’ont pas pu être lus.' });
		const given = await giveAsHost(await getDb(), params.token, form.value, new Date());
		if (given.ok) return answered('points');
		if (given.error.code === 'closed') error(404, CLOSED);
		return fail(given.error.code === 'too-many' ? 429 : 409, { notGiven: notGiven[given.error.code] });
	},
	withdraw: async ({ request, params }) => {
		const form = await readForm(request, HostWithdrawalForm);
		if (!form.ok) return fail(400, form.error);
		const sent = await withdrawAsHost(await getDb(), params.token, form.value);
		return sent.ok ? answered('retire') : refused(sent.error, form.typed);
	}
};
