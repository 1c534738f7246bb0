import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { readStopKey, type Said } from '$lib/domain/day/event';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { sayAsOrganizer } from '$lib/server/use-cases/day/correct-day';
import { readBoard } from '$lib/server/use-cases/day/read-board';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url, depends }) => {
	depends('equipage:day');
	const now = new Date();
	return {
		board: await readBoard(await getDb(), locals.rally, now, url.searchParams.get('jour')),
		readAt: now.getTime()
	};
};

const ToldByPhone = z.object({
	team: z.string().regex(/^[A-Z]{1,2}$/),
	stop: z.string().refine((key) => readStopKey(key) !== null),
	what: z.enum(['departed', 'arrived', 'started', 'finished', 'missed'])
});

export const actions: Actions = {
	/** What a team said on the telephone. */
	say: async ({ request, locals, cookies, url }) => {
		const form = await readForm(request, ToldByPhone);
		if (!form.ok) return fail(400, { problem: 'Cette ligne n’a pas pu être lue : rechargez la page.' });
		const { team, stop, what } = form.value;
		const key = stop as Extract<Said, { kind: 'arrived' }>['stop'];
		const said: Said =
			what === 'departed'
				? { kind: what, stop: key, aboard: null }
				: what === 'missed'
					? { kind: what, stop: key, why: 'other' }
					: { kind: what, stop: key };
		await sayAsOrganizer(await getDb(), locals.rally, [{ team, said }], locals.actor!, new Date());
		flash(cookies, { message: `Noté pour l’équipe ${team}.` });
		const day = url.searchParams.get('jour');
		redirect(303, `/rallyes/${locals.rally.id}/jour${day ? `?jour=${encodeURIComponent(day)}` : ''}`);
	}
};
