import { fail, redirect } from '@sveltejs/kit';
import { may } from '$lib/domain/access';
import { fullDate } from '$lib/domain/french';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readArchive, type ArchiveFault } from '$lib/server/use-cases/archive/read-archive';
import type { Actions, PageServerLoad } from './$types';

const LARGEST = 10 * 1024 * 1024;

const says: Record<ArchiveFault['code'], string> = {
	'not-an-archive':
		'Ce fichier n’est pas une archive d’Équipage, ou il est incomplet : téléchargez-le à nouveau.',
	altered:
		'Ce fichier a été changé depuis qu’il a été fait : il n’est pas ouvert. Demandez-en un autre à qui l’a fait.',
	'wrong-passphrase': 'Ce mot de passe n’ouvre pas cette archive.',
	'newer-format':
		'Cette archive vient d’une version plus récente d’Équipage : mettez celle-ci à jour, puis recommencez.',
	'does-not-fit': 'Cette archive vient d’une version d’Équipage trop différente : rien n’a été ajouté.',
	'not-your-organization': 'Choisissez une structure dont vous êtes membre.'
};

export const load: PageServerLoad = ({ locals: { actor } }) => ({
	organizations: actor!.memberships
		.filter(({ organizationId }) => may(actor, 'rally:write', organizationId))
		.map(({ organizationId, organizationName }) => [organizationId, organizationName] as const)
});

export const actions: Actions = {
	default: async ({ request, locals, cookies }) => {
		const data = await request.formData().catch(() => null);
		const organizationId = String(data?.get('organizationId') ?? '');
		const refuse = (message: string) => fail(400, { problem: message, organizationId });
		const file = data?.get('file');
		if (!(file instanceof File) || file.size === 0) return refuse('Choisissez le fichier de l’archive.');
		if (file.size > LARGEST) return refuse('Ce fichier dépasse 10 Mo : ce n’est pas une archive de rallye.');
		const read = await readArchive(
			await getDb(),
			new Uint8Array(await file.arrayBuffer()),
			String(data?.get('passphrase') ?? ''),
			organizationId,
			locals.actor!
		);
		if (!read.ok) return refuse(says[read.error.code]);
		const { rallyId, head, signer } = read.value;
		flash(cookies, {
			message: `« ${head.rally} » est ajouté. Archive faite par ${head.organization} le ${fullDate(head.made.slice(0, 10))}, signée ${signer} : vérifiez cette empreinte auprès d’eux.`
		});
		redirect(303, `/rallyes/${rallyId}`);
	}
};
