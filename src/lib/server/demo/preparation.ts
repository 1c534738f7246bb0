import { addDays, type IsoDate } from '$lib/domain/calendar';
import { firstDayOf, dueDate } from '$lib/domain/preparation/tasks';
import type { Funding } from '$lib/domain/partner';
import type { StoredRally } from '../db/repositories/rallies';
import type { Db } from '../db/client';
import { records } from '../db/repositories/records';
import { scoreGrid } from '../use-cases/fidelity/score-grid';
import { startFromTemplate } from '../use-cases/preparation/start-from-template';
import { addRecord, saveRecord } from '../use-cases/records/edit-record';

interface Preparer {
	name: string;
	userId: string;
}

/** What is prepared and promised in the demonstration, all invented: one task late, one funder sure, one awaited. */
export async function seedPreparation(db: Db, rally: StoredRally, editor: Preparer, today: IsoDate) {
	await seedFunding(db, rally, editor, firstDayOf(rally)!);
	await seedTasks(db, rally, editor, today);
	await seedCommittee(db, rally, editor, today);
	await scoreGrid(
		db,
		rally,
		'organizer',
		[
			{
				principle: 'territory',
				version: 0,
				level: '3',
				comment: 'Les acteurs sont là ; la chambre d’agriculture reste à convaincre.',
				was: null,
				said: ''
			}
		],
		editor
	);
}

async function seedFunding(db: Db, rally: StoredRally, editor: Preparer, first: IsoDate) {
	const file = (of: Partial<Funding>): Partial<Funding> => of;
	const funded: Record<string, Partial<Funding>> = {
		'Département de l’Ardèche': file({
			fundingState: 'granted',
			promisedCents: 400_000,
			grantedCents: 350_000,
			callReference: 'Convention insertion (inventée)',
			bilanDueOn: addDays(first, 75),
			bilanFormat: 'Formulaire du Département, avec les bénéficiaires du RSA comptés à part'
		}),
		'Ville d’Aubenas': file({
			fundingState: 'submitted',
			promisedCents: 80_000,
			bilanDueOn: addDays(first, 60),
			bilanFormat: 'Une page et des photos'
		})
	};
	for (const { id, name, version } of await records(db, 'partner').list(rally.id)) {
		const funding = funded[name];
		if (funding) await saveRecord(db, 'partner', rally, id, version, { ...funding }, editor);
	}
}

/** Everything that was due more than a week ago is done, but one thing. */
async function seedTasks(db: Db, rally: StoredRally, editor: Preparer, today: IsoDate) {
	await startFromTemplate(db, rally, editor);
	const first = firstDayOf(rally);
	for (const task of await records(db, 'task').list(rally.id)) {
		const due = dueDate(task, first)!;
		const late = task.template === 'kit';
		const doneOn = due < addDays(today, -7) && !late ? addDays(due, -2) : null;
		const ownerId = task.phase === 'companies' || late ? editor.userId : null;
		if (doneOn || ownerId)
			await saveRecord(db, 'task', rally, task.id, task.version, { doneOn, ownerId }, editor);
	}
	const own = { phase: 'conviviality', name: 'Louer des tables pour la clôture', daysBefore: 20, ownerName: 'Bruno, des services techniques' }; // prettier-ignore
	await addRecord(db, 'task', rally, own, editor);
}

async function seedCommittee(db: Db, rally: StoredRally, editor: Preparer, today: IsoDate) {
	const partners = await records(db, 'partner').list(rally.id);
	const partnerId = (name: string) => partners.find((one) => one.name === name)?.id ?? null;
	const member = async (name: string, partner: string | null, role: string) =>
		(
			await addRecord(
				db,
				'committee-member',
				rally,
				{ name, partnerId: partner && partnerId(partner), role },
				editor
			)
		).id;
	const present = [
		await member('Hélène Aubert', 'Département de l’Ardèche', 'cheffe de projet insertion'),
		await member('Karim Delorme', 'France Travail Aubenas', 'responsable d’équipe'),
		await member('Camille Organise', null, 'structure organisatrice')
	];
	await addRecord(
		db,
		'meeting',
		rally,
		{
			name: 'Lancement',
			date: addDays(today, -30),
			start: 14 * 60,
			place: 'Pôle de services (lieu inventé)',
			present,
			decisions: 'Six places pour des bénéficiaires du RSA\nLe Département prête la salle de clôture',
			minutes: 'Réunion inventée pour la démonstration.'
		},
		editor
	);
}
