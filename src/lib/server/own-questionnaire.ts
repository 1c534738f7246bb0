import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { wallClock } from '$lib/domain/clock';
import { moments, type Audience, type Score } from '$lib/domain/measure/instruments';
import { getDb } from './db/client';
import { choice, text, wholeOrNull } from './fields';
import { readForm } from './form';
import { answerByLink, readOwnQuestionnaire } from './use-cases/measure/answer-by-link';

type Who = Exclude<Audience, 'partner'>;
type Event = Pick<RequestEvent, 'request' | 'url'> & { params: { token: string } };

const CLOSED = 'Ce lien n’ouvre plus rien. Demandez-en un nouveau à la personne qui organise le rallye.';
const Given = z.object({
	moment: choice(moments),
	scores: z.record(z.string().max(40), wholeOrNull(0, 5).transform((value) => value as Score | null)).default({}), // prettier-ignore
	words: text(1000)
});

/** The page and the action of a questionnaire answered by link, the same for a participant and for a company. */
export const ownQuestionnaire = (audience: Who) => ({
	load: async ({ params, url, setHeaders }: Event & Pick<RequestEvent, 'setHeaders'>) => {
		setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' });
		const today = wallClock(new Date()).date;
		const sheet = await readOwnQuestionnaire(await getDb(), audience, params.token, today);
		return { sheet: sheet ?? error(404, CLOSED), sent: url.searchParams.has('merci') };
	},

	answer: async ({ request, params, url }: Event) => {
		const form = await readForm(request, Given);
		if (!form.ok) error(400, 'Ces réponses n’ont pas pu être lues. Revenez en arrière et recommencez.');
		const today = wallClock(new Date()).date;
		const done = await answerByLink(await getDb(), audience, params.token, form.value, today);
		if (!done.ok && done.error.code === 'closed') error(404, CLOSED);
		if (!done.ok) error(409, 'Le rallye est fini depuis que vous avez ouvert cette page : rouvrez-la, les phrases d’après y sont.'); // prettier-ignore
		redirect(303, `${url.pathname}?merci`);
	}
});
