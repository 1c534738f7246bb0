import { error, fail, redirect } from '@sveltejs/kit';
import { wallClock } from '$lib/domain/clock';
import { getDb } from '$lib/server/db/client';
import { flash } from '$lib/server/flash';
import { readForm } from '$lib/server/form';
import { readGuestPage, replyAsGuest, ReplyForm } from '$lib/server/use-cases/closing/reply-as-guest';
import type { Actions, PageServerLoad } from './$types';

const closed = (): never =>
	error(404, 'Ce lien n’ouvre plus rien. Répondez à la personne qui vous a invité·e.');
const today = () => wallClock(new Date()).date;

export const load: PageServerLoad = async ({ params, setHeaders }) => {
	setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
	return (await readGuestPage(await getDb(), params.token, today())) ?? closed();
};

const refused = {
	'too-many': 'Beaucoup de réponses en peu de temps : recommencez dans une heure.',
	over: 'La clôture est passée : merci de votre intérêt.'
};

export const actions: Actions = {
	default: async ({ request, params, cookies }) => {
		const form = await readForm(request, ReplyForm);
		if (!form.ok) return fail(400, form.error);
		const replied = await replyAsGuest(await getDb(), params.token, form.value, today());
		if (!replied.ok) {
			const { code } = replied.error;
			if (code === 'closed') return closed();
			return fail(code === 'over' ? 409 : 429, { typed: form.typed, problems: { '': [refused[code]] } });
		}
		const { reply } = form.value;
		flash(cookies, {
			message:
				reply === 'yes'
					? 'C’est noté : vous venez. À bientôt !'
					: 'C’est noté : vous ne venez pas. Merci de l’avoir dit.'
		});
		redirect(303, `/invite/${params.token}`);
	}
};
