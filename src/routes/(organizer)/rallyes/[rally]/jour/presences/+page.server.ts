import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readHalfDay, type HalfDay } from '$lib/domain/calendar';
import { presenceStates } from '$lib/domain/day/event';
import { halfDayInWords } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { choice, clockOrNull, required } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { listing } from '$lib/server/listing';
import { sayAsOrganizer } from '$lib/server/use-cases/day/correct-day';
import { correctPresence } from '$lib/server/use-cases/day/correct-presence';
import { readPresences } from '$lib/server/use-cases/day/read-presences';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { rally }, url }) => {
	const { people, ...read } = await readPresences(await getDb(), rally, new Date());
	const [team, state] = [url.searchParams.get('equipe') ?? '', url.searchParams.get('etat') ?? ''];
	const wanted = people.filter(
		(person) =>
			(!team || person.team === team) &&
			(!state || person.cells.some(({ said }) => (said?.state ?? 'a-noter') === state))
	);
	// One cell is opened at a time, by its address.
	const person = people.find(({ id }) => id === url.searchParams.get('personne'));
	const cell = person?.cells.find(({ half }) => half === url.searchParams.get('demi-journee'));
	return {
		...read,
		list: listing(wanted, url, {
			text: ({ name, team: letter }) => `${name} équipe ${letter}`,
			columns: {
				nom: ({ name }) => name,
				equipe: ({ team: letter, name }) => `${letter} ${name}`,
				visites: ({ done }) => done
			},
			first: 'equipe'
		}),
		teams: [...new Set(people.map((one) => one.team))].filter(Boolean).sort(),
		chosen: { team, state },
		open: person && cell ? { id: person.id, name: person.name, ...cell } : null
	};
};

const half = z.string().refine((text) => readHalfDay(text) !== null).transform((text) => text as HalfDay); // prettier-ignore
const Correction = z
	.object({
		person: z.uuid(),
		half,
		state: choice(presenceStates),
		from: clockOrNull(),
		reason: required('Dites en deux mots d’où vous le tenez.', 200),
		seen: z.union([z.literal(''), z.uuid()])
	})
	.refine(({ state, from }) => state !== 'left' || from !== null, {
		path: ['from'],
		error: 'Indiquez à quelle heure.'
	});

export const actions: Actions = {
	correct: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, Correction);
		if (!form.ok) return fail(400, form.error);
		const { rally, actor } = locals;
		const done = await correctPresence(await getDb(), rally, form.value, actor!, new Date());
		if (!done.ok)
			return fail(409, {
				typed: form.typed,
				problems: {
					'': [
						done.error.code === 'unknown'
							? 'Cette personne ou cette demi-journée n’est pas du rallye.'
							: 'Quelqu’un l’a noté autrement depuis : relisez, puis corrigez encore si besoin.'
					]
				}
			});
		flash(cookies, { message: `Présence notée : ${halfDayInWords(form.value.half)}.` });
		redirect(303, backFrom(url));
	},

	undo: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, z.object({ event: z.uuid() }));
		if (!form.ok) return fail(400, form.error);
		const line = { team: null, said: { kind: 'undo' as const, of: form.value.event } };
		const done = await sayAsOrganizer(await getDb(), locals.rally, [line], locals.actor!, new Date());
		flash(cookies, { message: done.ok ? 'Reprise : ce qui avait été dit avant tient de nouveau.' : 'Cette ligne n’existe plus.' }); // prettier-ignore
		redirect(303, backFrom(url));
	}
};

/** The list as it was filtered, the cell closed. */
function backFrom(url: URL): string {
	const kept = ['q', 'equipe', 'etat', 'tri', 'ordre'].flatMap((name) => {
		const value = url.searchParams.get(name);
		return value ? [[name, value]] : [];
	});
	return `${url.pathname}?${new URLSearchParams(kept)}`;
}
