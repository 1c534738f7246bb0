import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { getDb } from '$lib/server/db/client';
import { env } from '$lib/server/env';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { writeArchive } from '$lib/server/use-cases/archive/write-archive';
import type { RequestHandler } from './$types';

const PassphraseForm = z
	.object({ passphrase: z.string().min(12).max(200), again: z.string() })
	.refine(({ passphrase, again }) => passphrase === again);

export const POST: RequestHandler = async ({ locals: { rally }, request, cookies }) => {
	const form = await readForm(request, PassphraseForm);
	if (!form.ok) {
		flash(cookies, {
			message:
				'L’archive n’est pas faite : écrivez deux fois le même mot de passe, de 12 caractères au moins.'
		});
		redirect(303, `/rallyes/${rally.id}/archive`);
	}
	const bytes = await writeArchive(await getDb(), rally, form.value.passphrase, env().secret, new Date());
	const name = rally.title
		.normalize('NFD')
		.replace(/[^a-z0-9]+/gi, '-')
		.toLowerCase();
	return new Response(bytes, {
		headers: {
			'content-type': 'application/octet-stream',
			'content-disposition': `attachment; filename="${name}.equipage"`,
			'cache-control': 'private, no-store'
		}
	});
};
