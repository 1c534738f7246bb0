import { error, fail, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { companyStates } from '$lib/domain/company';
import { moment, quoted } from '$lib/domain/french';
import { declineReasons } from '$lib/domain/mobilisation/pipeline';
import { getDb } from '$lib/server/db/client';
import { choice, choiceOrNull } from '$lib/server/fields';
import { readForm } from '$lib/server/form';
import { NO_SUCH_RECORD } from '$lib/server/record-actions';
import { moveCompany } from '$lib/server/use-cases/mobilisation/move-company';
import { doneAt } from './done';
import { todayHere } from './today';

const MoveForm = z.object({
	id: z.uuid(),
	from: choice(companyStates),
	to: choice(companyStates, 'Choisissez où la déplacer.'),
	reason: choiceOrNull(declineReasons)
});

/** Moves a company in the pipeline and stays on the page, filters kept; a withdrawal leads to who may replace it. */
export async function move(event: RequestEvent) {
	const { rally, actor } = event.locals;
	const form = await readForm(event.request, MoveForm);
	const refused = (id: unknown, to: unknown, message: string) =>
		fail(400, { refused: { id: String(id ?? ''), to: String(to ?? ''), message } });
	if (!form.ok) {
		const { typed, problems } = form.error;
		return refused(typed.id, typed.to, Object.values(problems).flat()[0] ?? '');
	}
	const { id, from, to, reason } = form.value;
	const decline = { reason, note: '' };
	const moved = await moveCompany(await getDb(), rally, id, { from, to, decline }, actor!, todayHere());
	if (moved.ok) {
		const home = `/rallyes/${rally.id}/mobilisation`;
		const withdrawn = from === 'confirmed' && to === 'declined';
		const says = `${quoted(moved.value.name)} passe à ${quoted(companyStates[to])}.`;
		const here = event.url.pathname + filtersOf(event.url);
		return doneAt(event, withdrawn ? `${home}/${id}` : here, says, moved.value.change);
	}
	switch (moved.error.code) {
		case 'not-found':
			return error(404, NO_SUCH_RECORD);
		case 'reason-missing':
			return refused(id, to, 'Gardez la raison du refus : elle servira l’an prochain.');
		case 'not-allowed':
			return refused(
				id,
				to,
				`De ${quoted(companyStates[from])}, on ne passe pas à ${quoted(companyStates[to])}.`
			);
		case 'moved-meanwhile': {
			const { by, at, state } = moved.error;
			return refused(id, '', `${by} l’a passée à ${quoted(companyStates[state])} le ${moment(at)}.`);
		}
	}
}

/** The address without the name of the action. */
function filtersOf(url: URL): string {
	const kept = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	return kept.size > 0 ? `?${kept}` : '';
}
