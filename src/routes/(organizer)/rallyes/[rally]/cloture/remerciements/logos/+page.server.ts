import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { LARGEST_LOGO, logoFaults } from '$lib/domain/network/logo';
import { getDb } from '$lib/server/db/client';
import { whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import {
	readSupporters,
	removeSupporterLogo,
	saveSupporterLogo
} from '$lib/server/use-cases/logos/supporter-logos';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({
	supporters: await readSupporters(await getDb(), locals.rally)
});

const Which = z.object({ id: z.uuid(), version: whole(0, 1_000_000) });
const meanwhile =
	'Quelqu’un a changé ce logo entre-temps : voici le sien. Recommencez si vous voulez le vôtre.';

async function read(request: Request) {
	const data = await request.formData().catch(() => null);
	const which = Which.safeParse(Object.fromEntries(data ?? []));
	return which.success ? { ...which.data, file: data?.get('file') } : error(404, NO_SUCH_RECORD);
}

export const actions: Actions = {
	save: async ({ request, locals, cookies, url }) => {
		const { id, version, file } = await read(request);
		const refuse = (problem: string) => fail(400, { id, problem });
		if (!(file instanceof File) || file.size === 0) return refuse('Choisissez une image.');
		if (file.size > LARGEST_LOGO) return refuse(logoFaults['too-heavy']);
		const bytes = new Uint8Array(await file.arrayBuffer());
		const saved = await saveSupporterLogo(await getDb(), locals.rally, { id, version, bytes }, locals.actor!);
		if (!saved.ok) {
			const { code } = saved.error;
			if (code === 'not-found') error(404, NO_SUCH_RECORD);
			return refuse(code === 'edited-meanwhile' ? meanwhile : logoFaults[code]);
		}
		flash(cookies, { message: 'Le logo est enregistré.' });
		redirect(303, url.pathname);
	},
	remove: async ({ request, locals, cookies, url }) => {
		const { id, version } = await read(request);
		const removed = await removeSupporterLogo(await getDb(), locals.rally, { id, version });
		if (!removed.ok && removed.error.code === 'not-found') error(404, NO_SUCH_RECORD);
		if (!removed.ok) return fail(409, { id, problem: meanwhile });
		flash(cookies, { message: 'Le logo est retiré.' });
		redirect(303, url.pathname);
	}
};
