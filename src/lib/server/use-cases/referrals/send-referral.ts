import type { IsoDate } from '$lib/domain/calendar';
import { applyCorrection, clashesAfter, type Referred } from '$lib/domain/enrolment/referral';
import { Known, personIdentity } from '$lib/domain/import/identity';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import { mayTry } from '../../auth/attempts';
import type { Db } from '../../db/client';
import { records, type RecordRow } from '../../db/repositories/records';
import { referrals } from '../../db/repositories/referrals';
import { recordConsent } from '../consents/record-consent';
import { openPersonalLink } from '../personal-links/open-personal-link';
import { addRecord, saveRecord, type NotFound } from '../records/edit-record';
import type { NewReferral, ReferralInput } from './referral-form';

export type Closed = { code: 'closed' };
export type TooMany = { code: 'too-many-attempts'; minutes: number };
/** This prescriber sent that person already: their own list says so, and nobody else's. */
export type SentAlready = { code: 'sent-already'; field: 'firstName' };
/** The organiser has decided: what was sent cannot be corrected here any more. */
export type Decided = { code: 'decided' };
export type CorrectedMeanwhile = { code: 'corrected-meanwhile'; version: number };

const MINUTES = 60;

export interface Prescriber {
	rally: Rally;
	partner: RecordRow<'partner'>;
	linkId: string;
}

/** The prescriber that a token stands for; null when it opens nothing, or the partner is no prescriber any more. */
export async function prescriberOf(db: Db, token: string): Promise<Prescriber | null> {
	const opened = await openPersonalLink(db, token);
	const partnerId = opened?.link.partnerId;
	const partner = partnerId ? await records(db, 'partner').find(opened.rally.id, partnerId) : null;
	if (!opened || !partner || partner.archivedAt || !partner.roles.includes('prescriber')) return null;
	return { rally: opened.rally, partner, linkId: opened.link.id };
}

const within = async (db: Db, linkId: string, address: string): Promise<boolean> =>
	(await mayTry(db, { what: 'referral', whom: linkId, max: 60, minutes: MINUTES })) &&
	(await mayTry(db, { what: 'referral-from', whom: address, max: 120, minutes: MINUTES }));

const editorOf = (partner: { name: string }) => ({ name: `${partner.name} (prescripteur)`.slice(0, 200) });

/**
 * A person becomes a candidate, with the consent that was read to them. Somebody who is there already is entered all
 * the same: the answer must not tell one prescriber whom another has sent; the organiser sees both and decides.
 */
export async function sendReferral(
	db: Db,
	token: string,
	{ agreed, means, ...sent }: NewReferral,
	address: string,
	today: IsoDate
): Promise<Result<{ firstName: string }, Closed | TooMany | SentAlready>> {
	void agreed;
	const prescriber = await prescriberOf(db, token);
	if (!prescriber) return err({ code: 'closed' });
	const { rally, partner, linkId } = prescriber;
	if (!(await within(db, linkId, address))) return err({ code: 'too-many-attempts', minutes: MINUTES });
	if (await sentBefore(db, rally, partner.id, sent)) return err({ code: 'sent-already', field: 'firstName' });

	const editor = editorOf(partner);
	return db.transaction(async (tx) => {
		const { id } = await addRecord(
			tx,
			'participant',
			rally,
			{ ...sent, state: 'candidate', prescriber: partner.name.slice(0, 120) },
			editor
		);
		await referrals(tx).add({
			organizationId: rally.organizationId,
			rallyId: rally.id,
			partnerId: partner.id,
			participantId: id,
			firstName: sent.firstName,
			sent
		});
		const consent = { participantId: id, kind: 'participation', decision: 'given', decidedOn: today, means } as const; // prettier-ignore
		const recorded = await recordConsent(tx, rally, consent, editor, today);
		if (!recorded.ok) throw new Error(recorded.error.code);
		return ok({ firstName: sent.firstName });
	});
}

async function sentBefore(db: Db, rally: Rally, partnerId: string, sent: Referred): Promise<boolean> {
	const known = new Known<string>();
	for (const { id, sent: before } of await referrals(db).ofPartner(rally.id, partnerId))
		if (before) known.add(id, personIdentity({ ...before }));
	return known.find(personIdentity({ ...sent }))?.certain ?? false;
}

/** States in which the organiser has not decided yet. */
const open = (person: RecordRow<'participant'> | null): boolean =>
	person !== null && !person.archivedAt && (person.state === 'candidate' || person.state === 'waiting');

/**
 * What the prescriber corrects goes into the record, field by field, unless the organiser wrote something else there
 * since. Until the place is confirmed only.
 */
export async function correctReferral(
	db: Db,
	token: string,
	id: string,
	{ version, ...sent }: ReferralInput & { version: number },
	address: string
): Promise<Result<{ firstName: string }, Closed | NotFound | Decided | TooMany | CorrectedMeanwhile>> {
	const prescriber = await prescriberOf(db, token);
	if (!prescriber) return err({ code: 'closed' });
	const { rally, partner, linkId } = prescriber;
	if (!(await within(db, linkId, address))) return err({ code: 'too-many-attempts', minutes: MINUTES });
	return db.transaction(async (tx) => {
		const referral = await referrals(tx).find(partner.id, id);
		if (!referral) return err({ code: 'not-found' });
		const person = await records(tx, 'participant').find(rally.id, referral.participantId);
		if (!person || !open(person)) return err({ code: 'decided' });
		const saved = await referrals(tx).correct(id, version, { firstName: sent.firstName, sent });
		if (!saved) return err({ code: 'corrected-meanwhile', version: referral.version });
		// The organiser may save the record at the same instant: the correction then goes onto what they saved.
		for (let now: typeof person | null = person; now;) {
			const { values, kept } = applyCorrection(referral.sent ?? sent, sent, referredPart(now));
			const into = { ...values };
			const written = await saveRecord(
				tx,
				'participant',
				rally,
				now.id,
				now.version,
				into,
				editorOf(partner)
			);
			if (written.ok) {
				const clashes = clashesAfter(referral.clashes, kept, sent, values);
				await referrals(tx).settle(id, saved.version, clashes);
			}
			now = written.ok ? null : await records(tx, 'participant').find(rally.id, now.id);
		}
		return ok({ firstName: sent.firstName });
	});
}

/** What a record says of what a prescriber may say. */
export const referredPart = (person: RecordRow<'participant'>): Referred => {
	const { firstName, lastName, phone, email, commune, postcode, gender, ageBand, statuses, needs } = person;
	const { referentName, referentPhone, referentEmail } = person;
	return {
		...{ firstName, lastName, phone, email, commune, postcode, gender, ageBand, statuses, needs },
		...{ referentName, referentPhone, referentEmail }
	};
};

export { open as mayStillCorrect };
