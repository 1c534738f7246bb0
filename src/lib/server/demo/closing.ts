import { usualSteps } from '$lib/domain/closing/run-sheet';
import { french } from '$lib/domain/french';
import { instrumentFor, itemsAt, type Audience, type Score } from '$lib/domain/measure/instruments';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../db/client';
import { records } from '../db/repositories/records';
import { addRecord, type Editor } from '../use-cases/records/edit-record';
import { inviteAll, noteGuest } from '../use-cases/closing/invite';
import { saveSheet } from '../use-cases/closing/save-sheet';
import { saveAnswer } from '../use-cases/measure/save-answer';

/** INVENTED answers before the rally: the same for a rank, rather low, and some left blank. */
const score = (person: number, item: number): Score | null =>
	(person * 7 + item * 5) % 11 === 0 ? null : ((((person * 3 + item * 2) % 4) + (item % 2)) as Score);

/** Invitations, a run sheet and the questionnaires of before; nothing of after: the rally is still to come. */
export async function seedClosing(db: Db, rally: Rally, editor: Editor): Promise<void> {
	await inviteAll(db, rally, 'partners', editor);
	await addRecord(db, 'guest', rally, { name: 'Rédaction locale (journal inventé)', kind: 'press' }, editor);
	await addRecord(db, 'guest', rally, { name: 'Familles et proches', kind: 'participant', people: 12, note: 'Un proche par participant.' }, editor); // prettier-ignore
	const guests = await records(db, 'guest').list(rally.id);
	for (const [organisation, reply, coming] of [
		['Ville d’Aubenas', 'yes', 1],
		['France Travail Aubenas', 'yes', 1],
		['Mission locale', 'no', null]
	] as const) {
		const guest = guests.find((one) => one.organisation === organisation);
		if (guest) await noteGuest(db, rally, guest.id, guest.version, { reply, coming }, editor);
	}
	const who: Record<string, string> = {
		'Mot de bienvenue': 'Camille Organise',
		'Mot des institutions et des financeurs': 'Ville d’Aubenas, Département de l’Ardèche'
	};
	const steps = usualSteps.map((step) => ({ ...step, who: who[step.title] ?? '' }));
	await saveSheet(db, rally, 'closing', 0, { steps }, editor);
	await saveSheet(
		db,
		rally,
		'thanks',
		0,
		{
			message: 'Vos portes ouvertes et votre attention ont compté pour chacune et chacun.',
			signatory: 'Camille Organise',
			role: 'Coordination du rallye'
		},
		editor
	);
	await answered('participant', 11);
	await answered('company', 4);

	async function answered(audience: Extract<Audience, 'participant' | 'company'>, count: number) {
		const rows: { id: string; state: string; name: string }[] = (
			await records(db, audience).list(rally.id)
		).map((row) => ({
			id: row.id,
			state: row.state,
			name: 'lastName' in row ? `${row.lastName} ${row.firstName}` : row.name
		}));
		const asked = rows
			.filter(({ state }) => state === 'confirmed')
			.sort((a, b) => french.compare(a.name, b.name))
			.slice(0, count);
		const items = itemsAt(instrumentFor(audience), 'before');
		for (const [person, { id }] of asked.entries())
			await saveAnswer(
				db,
				rally,
				{
					audience,
					moment: 'before',
					subject: id,
					scores: Object.fromEntries(items.map(({ key }, item) => [key, score(person + 1, item + 1)])),
					words: '',
					means: 'paper',
					seen: ''
				},
				editor
			);
	}
}
