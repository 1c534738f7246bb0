import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { wallClock } from '$lib/domain/clock';
import { callMeans, newsSources, outcomes } from '$lib/domain/measure/outcomes';
import { getDb } from '$lib/server/db/client';
import { choice, choiceOrNull, choices, date, text, whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm, type Typed } from '$lib/server/form';
import { listing } from '$lib/server/listing';
import { answerMeanwhile } from '$lib/server/sheet-refusal';
import { saveSheet } from '$lib/server/use-cases/closing/save-sheet';
import { followPerson, type FollowFault } from '$lib/server/use-cases/measure/follow-person';
import { readFollowUp } from '$lib/server/use-cases/measure/read-follow-up';
import type { Actions, PageServerLoad } from './$types';

const states = ['to-call', 'known', 'no-news', 'left-alone'] as const;

export const load: PageServerLoad = async ({ locals, url }) => {
	const today = wallClock(new Date()).date;
	const { people, ...read } = await readFollowUp(await getDb(), locals.rally, today);
	const state = states.find((one) => one === url.searchParams.get('etat')) ?? '';
	return {
		...read,
		today,
		state,
		counts: Object.fromEntries(
			states.map((one) => [one, people.filter((person) => person.state === one).length])
		),
		list: listing(
			people.filter((person) => !state || person.state === state),
			url,
			{
				text: ({ name }) => name,
				columns: {
					nom: ({ name }) => name,
					etat: ({ state: own }) => states.indexOf(own),
					essais: ({ followed }) => followed.attempts.length
				},
				first: 'etat'
			}
		),
		// One person is opened at a time, by the address.
		open: people.find(({ id }) => id === url.searchParams.get('personne')) ?? null
	};
};

const about = { person: z.uuid(), seen: z.union([z.literal(''), z.uuid()]), on: date() };
const Attempt = z.object({ ...about, means: choice(callMeans), note: text(300) });
const News = z.object({
	...about,
	outcome: choice(outcomes, 'Choisissez sa situation.'),
	source: choice(newsSources, 'Dites d’où vous le tenez.'),
	from: text(120),
	means: choiceOrNull(callMeans),
	note: text(300)
}).refine(({ source, from }) => source === 'person' || from !== '', {
	path: ['from'],
	error: 'Écrivez qui vous l’a appris.'
}); // prettier-ignore

const words: Record<FollowFault['code'], [field: string, says: string]> = {
	unknown: ['', 'Cette personne ou cette ligne n’est plus du rallye.'],
	'said-meanwhile': ['', 'Quelqu’un a noté autre chose depuis : relisez, puis notez encore si besoin.'],
	'no-consent': ['', 'Cette personne n’a pas voulu être recontactée : rien n’est noté sur elle.'],
	'in-the-future': ['on', 'Cette date n’est pas encore venue.'],
	'too-early': ['on', 'Cette date est avant le rallye.']
};
const refused = ({ code }: FollowFault, typed: Typed) =>
	fail(409, { typed, problems: { [words[code][0]]: [words[code][1]] } as Record<string, string[]> });

export const actions: Actions = {
	attempt: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, Attempt);
		if (!form.ok) return fail(400, form.error);
		const { person, seen, on, means, note } = form.value;
		const said = { kind: 'attempt' as const, means, note };
		const today = wallClock(new Date()).date;
		const done = await followPerson(await getDb(), locals.rally, { participant: person, on, said, seen }, locals.actor!, today); // prettier-ignore
		if (!done.ok) return refused(done.error, form.typed);
		flash(cookies, { message: 'L’essai est noté.' });
		redirect(303, url.pathname);
	},

	news: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, News);
		if (!form.ok) return fail(400, form.error);
		const { person, seen, on, ...news } = form.value;
		const said = { kind: 'news' as const, ...news, from: news.source === 'person' ? '' : news.from };
		const today = wallClock(new Date()).date;
		const done = await followPerson(await getDb(), locals.rally, { participant: person, on, said, seen }, locals.actor!, today); // prettier-ignore
		if (!done.ok) return refused(done.error, form.typed);
		flash(cookies, { message: 'Sa situation est notée.' });
		redirect(303, url.pathname);
	},

	undo: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, z.object({ person: z.uuid(), seen: z.uuid(), line: z.uuid() }));
		if (!form.ok) return fail(400, form.error);
		const { person, seen, line } = form.value;
		const today = wallClock(new Date()).date;
		const said = { kind: 'undo' as const, of: line };
		const done = await followPerson(await getDb(), locals.rally, { participant: person, on: today, said, seen }, locals.actor!, today); // prettier-ignore
		if (!done.ok) return refused(done.error, form.typed);
		flash(cookies, { message: 'Cette ligne ne compte plus.' });
		redirect(303, `${url.pathname}?personne=${person}`);
	},

	solutions: async ({ request, locals, cookies, url }) => {
		const form = await readForm(
			request,
			z.object({ version: whole(0, 999_999), solutions: choices(outcomes) })
		);
		if (!form.ok) return fail(400, form.error);
		const { version, solutions } = form.value;
		const saved = await saveSheet(
			await getDb(),
			locals.rally,
			'measure',
			version,
			{ solutions },
			locals.actor!
		);
		if (!saved.ok) return answerMeanwhile(saved.error, form.typed);
		flash(cookies, { message: 'Ce qui compte comme solution est enregistré.' });
		redirect(303, url.pathname);
	}
};
