import { error, fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { importKinds, type ImportKind } from '$lib/domain/import/column';
import { limits } from '$lib/domain/import/sheet';
import { unreadableInWords } from '$lib/domain/import/words';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { forgetImport, listImports } from '$lib/server/use-cases/imports/read-import';
import { startImport } from '$lib/server/use-cases/imports/start-import';
import { kindOf, NO_SUCH_IMPORT } from './kinds';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
	asked: kindOf[url.searchParams.get('quoi') ?? ''] ?? null,
	imports: await listImports(await getDb(), locals.rally.id)
});

export const actions: Actions = {
	start: async ({ request, locals }) => {
		const tooLong = Number(request.headers.get('content-length')) > limits.bytes;
		const data = await request.formData().catch(() => null);
		const kind = String(data?.get('kind') ?? '') as ImportKind;
		const pasted = String(data?.get('pasted') ?? '');
		const refuse = (field: 'kind' | 'file' | 'pasted', message: string) =>
			fail(400, {
				kind,
				pasted: pasted.slice(0, 200_000),
				problems: { [field]: message } as Record<string, string>
			});
		if (!data) return refuse('file', unreadableInWords({ code: tooLong ? 'too-big' : 'damaged' }));
		if (!Object.hasOwn(importKinds, kind)) return refuse('kind', 'Choisissez ce que contient le fichier.');

		const file = data.get('file');
		const given = file instanceof File && file.size > 0 ? file : null;
		if (!given && !pasted.trim()) return refuse('file', 'Choisissez un fichier, ou collez des cellules.');
		const started = await startImport(
			await getDb(),
			locals.rally,
			kind,
			given ? { file: { name: given.name, bytes: new Uint8Array(await given.arrayBuffer()) } } : { pasted },
			locals.actor!
		);
		if (!started.ok) return refuse(given ? 'file' : 'pasted', unreadableInWords(started.error));
		redirect(303, `/rallyes/${locals.rally.id}/imports/${started.value.id}`);
	},
	forget: async ({ request, locals, cookies }) => {
		const form = await readForm(request, z.object({ id: z.uuid() }));
		if (!form.ok || !(await forgetImport(await getDb(), locals.rally, form.value.id)))
			error(404, NO_SUCH_IMPORT);
		flash(cookies, { message: 'Le contenu de ce fichier est oublié. Les fiches importées restent.' });
		redirect(303, `/rallyes/${locals.rally.id}/imports`);
	}
};
