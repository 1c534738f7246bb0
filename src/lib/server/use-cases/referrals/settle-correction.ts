import { z } from 'zod';
import { participantFields } from '$lib/domain/fields/participant';
import { fullName } from '$lib/domain/participant';
import type { Referred } from '$lib/domain/enrolment/referral';
import type { Rally } from '$lib/domain/rally';
import { inWords, same, type FieldWords } from '$lib/domain/records';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records, type RecordRow } from '../../db/repositories/records';
import { referrals } from '../../db/repositories/referrals';
import * as field from '../../fields';
import { saveRecord, type Changed, type Editor, type NotFound } from '../records/edit-record';

/** A prescriber's correction that met what the organiser had written: both, to choose. */
export interface Correction {
	referral: string;
	version: number;
	person: { id: string; name: string; version: number };
	prescriber: string;
	fields: { name: keyof Referred; label: string; ours: string; theirs: string }[];
}

/** Corrections that wait, by the person's name as `people` are ordered. Nothing of somebody who was put away. */
export async function readCorrections(
	db: Db,
	rally: Pick<Rally, 'id'>,
	people: readonly RecordRow<'participant'>[]
): Promise<Correction[]> {
	const waiting = (await referrals(db).ofRally(rally.id)).filter(({ clashes }) => clashes.length > 0);
	if (waiting.length === 0) return [];
	const partners = new Map((await records(db, 'partner').list(rally.id)).map(({ id, name }) => [id, name]));
	return people.flatMap((person) =>
		waiting
			.filter(({ participantId }) => participantId === person.id)
			.flatMap(({ id, version, partnerId, sent, clashes }): Correction[] => {
				const fields = clashes
					.filter((name) => sent && !same(sent[name], person[name]))
					.map((name) => {
						const words = participantFields[name] as FieldWords;
						return { name, label: words.label, ours: inWords(words, person[name]), theirs: inWords(words, sent![name]) }; // prettier-ignore
					});
				const prescriber = partners.get(partnerId) ?? person.prescriber;
				const { id: of, version: at } = person;
				return fields.length > 0
					? [{ referral: id, version, person: { id: of, name: fullName(person), version: at }, prescriber, fields }] // prettier-ignore
					: [];
			})
	);
}

export const SettleForm = z.object({
	referral: z.uuid(),
	version: field.version(),
	personVersion: field.version(),
	field: z.string(),
	decision: field.choice({ accept: '', ignore: '' })
});

export type SettledMeanwhile = { code: 'settled-meanwhile' };

/** The organiser takes what the prescriber wrote in one field, or keeps their own. Answers the change, when there is one. */
export const settleCorrection = (
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	{ referral: id, version, personVersion, field: name, decision }: z.output<typeof SettleForm>,
	editor: Editor
): Promise<Result<{ name: string; change: Changed | null }, NotFound | SettledMeanwhile>> =>
	db.transaction(async (tx) => {
		const referral = await referrals(tx).inRally(rally.id, id);
		const person = referral && (await records(tx, 'participant').find(rally.id, referral.participantId));
		const wanted = referral?.clashes.find((one) => one === name);
		if (!referral?.sent || !person || person.archivedAt) return err({ code: 'not-found' });
		if (!wanted || referral.version !== version || person.version !== personVersion)
			return err({ code: 'settled-meanwhile' });
		const rest = referral.clashes.filter((one) => one !== wanted);
		let change: Changed | null = null;
		if (decision === 'accept') {
			const values = { [wanted]: referral.sent[wanted] };
			const saved = await saveRecord(tx, 'participant', rally, person.id, personVersion, values, editor);
			if (!saved.ok) return err({ code: 'settled-meanwhile' });
			change = saved.value;
		}
		await referrals(tx).settle(id, version, rest);
		return ok({ name: fullName(person), change });
	});
