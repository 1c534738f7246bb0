import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { wallClock } from '$lib/domain/clock';
import { quoted } from '$lib/domain/french';
import { nameRightStates } from '$lib/domain/network/name-right';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { addTerritory, decideRight, OneTerritory, readStanding, removeTerritory, RightForm, TerritoryForm } from '$lib/server/use-cases/network/standing'; // prettier-ignore
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const today = wallClock(new Date()).date;
	const standing = await readStanding(await getDb(), params.structure, today);
	if (!standing) error(404, NOT_FOUND);
	return { today, ...standing };
};

type Event = Pick<RequestEvent<{ structure: string }>, 'params' | 'cookies'>;

export const actions: Actions = {
	right: async (event) => {
		const form = await readForm(event.request, RightForm);
		if (!form.ok) return fail(400, { about: 'right' as const, ...form.error });
		const decided = await decideRight(await getDb(), event.params.structure, form.value, event.locals.actor!);
		if (!decided.ok) error(404, NOT_FOUND);
		return back(event, `Nom et logo : ${nameRightStates[form.value.state].toLowerCase()}.`);
	},
	cover: async (event) => {
		const form = await readForm(event.request, TerritoryForm);
		if (!form.ok) return fail(400, { about: 'cover' as const, ...form.error });
		const added = await addTerritory(await getDb(), event.params.structure, form.value.place, event.locals.actor!); // prettier-ignore
		if (added.ok) return back(event, `${quoted(added.value)} est ajouté à son territoire.`);
		if (added.error.code === 'not-found') error(404, NOT_FOUND);
		const place = ['Ce n’est ni un département ni une commune connue. Précisez le code postal.'];
		return fail(409, { about: 'cover' as const, typed: form.typed, problems: { place } });
	},
	uncover: async (event) => {
		const form = await readForm(event.request, OneTerritory);
		if (!form.ok) error(404, NOT_FOUND);
		await removeTerritory(await getDb(), event.params.structure, form.value);
		return back(event, 'Le territoire est retiré.');
	}
};

function back({ cookies, params }: Event, message: string): never {
	flash(cookies, { message });
	redirect(303, `/federation/structures/${params.structure}`);
}
