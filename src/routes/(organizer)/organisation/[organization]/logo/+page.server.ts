import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { may } from '$lib/domain/access';
import { wallClock } from '$lib/domain/clock';
import { LARGEST_LOGO, logoFaults, logoKinds } from '$lib/domain/network/logo';
import { NOT_FOUND } from '$lib/server/auth/gate';
import { getDb } from '$lib/server/db/client';
import { choice, whole } from '$lib/server/fields';
import { flash } from '$lib/server/flash';
import { readLogos } from '$lib/server/use-cases/logos/read-logos';
import { removeLogo, saveLogo } from '$lib/server/use-cases/logos/save-logo';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params, locals }) => {
	const read = await readLogos(await getDb(), params.organization, wallClock(new Date()).date);
	if (!read) error(404, NOT_FOUND);
	return {
		...read,
		id: params.organization,
		canManage: may(locals.actor, 'organization:manage', params.organization)
	};
};

const Which = z.object({ kind: choice(logoKinds), version: whole(0, 1_000_000) });
const meanwhile =
	'Quelqu’un a changé ce logo entre-temps : voici le sien. Recommencez si vous voulez le vôtre.';

export const actions: Actions = {
	save: async ({ request, params, locals, cookies }) => {
		const data = await request.formData().catch(() => null);
		const which = Which.safeParse(Object.fromEntries(data ?? []));
		if (!which.success) error(404, NOT_FOUND);
		const refuse = (problem: string) => fail(400, { kind: which.data.kind, problem });
		const file = data?.get('file');
		if (!(file instanceof File) || file.size === 0) return refuse('Choisissez une image.');
		if (file.size > LARGEST_LOGO) return refuse(logoFaults['too-heavy']);
		const bytes = new Uint8Array(await file.arrayBuffer());
		const saved = await saveLogo(await getDb(), params.organization, { ...which.data, bytes }, locals.actor!);
		if (!saved.ok)
			return refuse(saved.error.code === 'edited-meanwhile' ? meanwhile : logoFaults[saved.error.code]);
		flash(cookies, { message: `${logoKinds[which.data.kind]} : enregistré.` });
		redirect(303, `/organisation/${params.organization}/logo`);
	},

	remove: async ({ request, params, cookies }) => {
		const data = await request.formData().catch(() => null);
		const which = Which.safeParse(Object.fromEntries(data ?? []));
		if (!which.success) error(404, NOT_FOUND);
		const removed = await removeLogo(await getDb(), params.organization, which.data);
		if (!removed.ok) return fail(409, { kind: which.data.kind, problem: meanwhile });
		flash(cookies, { message: `${logoKinds[which.data.kind]} : retiré.` });
		redirect(303, `/organisation/${params.organization}/logo`);
	}
};
