import { addDays, type IsoDate } from '$lib/domain/calendar';
import { allConsentKinds, type ConsentKind } from '$lib/domain/consent/consent';
import type { Attendance } from '$lib/domain/enrolment/session';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../db/client';
import { records } from '../db/repositories/records';
import { env } from '../env';
import { recordConsent, withdrawConsent } from '../use-cases/consents/record-consent';
import { renewPersonalLink } from '../use-cases/personal-links/give-personal-link';
import { addRecord, type Editor } from '../use-cases/records/edit-record';

/** INVENTED answers: nearly everybody says yes; some refuse pictures, one took them back, a few were not asked yet. */
const answers: Record<string, Partial<Record<ConsentKind, 'given' | 'refused' | 'withdrawn' | null>>> = {
	Khadija: { image: 'refused', sharing: 'refused' },
	Joël: { image: 'withdrawn' },
	Yasmine: { image: null, sharing: null, 'follow-up': null },
	Hugo: { 'follow-up': 'refused' }
};

/** A meeting four weeks before, its attendance, the consents of those enrolled, and a link for two prescribers. */
export async function seedEnrolment(db: Db, rally: Rally, editor: Editor, today: IsoDate): Promise<void> {
	const people = await records(db, 'participant').list(rally.id);
	const first = rally.programme[0]!.date;
	// The meeting is still to come: somebody has already said that they cannot.
	const answered: Record<string, Attendance> = { Émile: 'excused' };
	await addRecord(
		db,
		'session',
		rally,
		{
			date: addDays(first, -28),
			start: 10 * 60,
			minutes: 90,
			place: 'Pôle de services (lieu inventé), salle 2',
			address: '10 avenue des Ferrières, 07200 Aubenas',
			places: 30,
			note: 'Café à partir de 9 h 45.',
			attendance: Object.fromEntries(
				people.map(({ id, firstName }) => [id, answered[firstName] ?? 'invited'])
			)
		},
		editor
	);
	const decidedOn = today;
	for (const { id, firstName } of people.filter(({ state }) => state === 'confirmed')) {
		for (const kind of allConsentKinds) {
			const answer = answers[firstName]?.[kind] === undefined ? 'given' : answers[firstName][kind];
			if (!answer) continue;
			const decision = answer === 'refused' ? 'refused' : 'given';
			const asked = { participantId: id, kind, decision, decidedOn, means: 'paper' } as const;
			await recordConsent(db, rally, asked, editor, today);
			if (answer === 'withdrawn')
				await withdrawConsent(db, rally, { participantId: id, kind, means: 'oral' }, editor, today);
		}
	}
	const partners = await records(db, 'partner').list(rally.id);
	for (const { id } of partners.filter(({ roles }) => roles.includes('prescriber')).slice(0, 2))
		await renewPersonalLink(db, rally, { partnerId: id }, env().secret, editor);
}
