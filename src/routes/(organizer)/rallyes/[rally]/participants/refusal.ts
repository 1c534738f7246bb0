import { listed, quoted } from '$lib/domain/french';
import { participantStates } from '$lib/domain/participant';
import { participantFields } from '$lib/domain/fields/participant';
import type { Typed } from '$lib/server/form';
import { answerEditError, refuse } from '$lib/server/refusal';
import type { NotAStep, WishFault } from '$lib/server/use-cases/participants/save-participant';
import type { EditedMeanwhile, NotFound } from '$lib/server/use-cases/records/edit-record';
import { peopleOf } from './people';

interface Sent {
	typed: Typed;
	value: Record<string, unknown>;
}

const opposite = { together: 'être à part', apart: 'être ensemble' };

/** What the form of a participant answers when a wish cannot be kept. */
export function refuseWish(problem: WishFault, { typed }: Sent) {
	const at = (message: string) => refuse(typed, { [problem.field]: [message] });
	if (problem.code === 'oneself') return at('Choisissez d’autres personnes que celle de cette fiche.');
	if (problem.code === 'unknown-person') return at('Une personne choisie n’est plus dans ce rallye.');
	const names = listed(problem.names);
	return problem.elsewhere
		? at(`Une autre fiche dit déjà le contraire (${opposite[problem.field]}) : ${names}.`)
		: at(`À la fois ensemble et à part : ${names}. Choisissez l’un ou l’autre.`);
}

/** What it answers to each refusal of a save. */
export async function refuseParticipant(
	problem: WishFault | NotAStep | NotFound | EditedMeanwhile,
	sent: Sent,
	rallyId: string
) {
	if (problem.code === 'not-a-step') {
		const [from, to] = [participantStates[problem.from], participantStates[problem.to]].map(quoted);
		return refuse(sent.typed, { state: [`On ne passe pas de ${from} à ${to} : remettez d’abord la personne en liste d’attente.`] }); // prettier-ignore
	}
	if ('field' in problem) return refuseWish(problem, sent);
	const names = new Map((await peopleOf(rallyId)).map(({ id, name }) => [id, name]));
	const words = (ids: string[]) => listed(ids.map((id) => names.get(id) ?? 'une personne archivée'));
	return answerEditError(problem, sent.value, {
		...participantFields,
		together: { ...participantFields.together, words },
		apart: { ...participantFields.apart, words }
	});
}
