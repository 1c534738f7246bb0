import type { Referred } from '$lib/domain/enrolment/referral';
import { currentText } from '$lib/domain/consent/texts';
import type { ParticipantState } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { organizations } from '../../db/repositories/organizations';
import { records } from '../../db/repositories/records';
import { referrals } from '../../db/repositories/referrals';
import { mayStillCorrect, prescriberOf } from './send-referral';

/** What became of somebody, as their prescriber may know it. */
export const outcomes: Record<ParticipantState, string> = {
	candidate: 'en attente de réponse',
	waiting: 'sur liste d’attente',
	confirmed: 'inscrit·e',
	withdrawn: 'ne participe pas',
	replaced: 'ne participe pas',
	refused: 'non retenu·e'
};

/** A prescriber's page: what they sent themselves, by first name and state, and nothing of anybody else. */
export interface Referrals {
	prescriber: string;
	structure: string;
	rally: Pick<Rally, 'title' | 'programme' | 'territory' | 'contactName' | 'contactPhone'>;
	/** The wording to read to the person. */
	consent: string;
	sent: { id: string; firstName: string; outcome: string; mayCorrect: boolean; sentAt: Date }[];
}

export async function readReferrals(db: Db, token: string): Promise<Referrals | null> {
	const prescriber = await prescriberOf(db, token);
	if (!prescriber) return null;
	const { rally, partner } = prescriber;
	const structure = (await organizations(db).find(rally.organizationId))?.name ?? '';
	const rows = await referrals(db).ofPartner(rally.id, partner.id);
	const sent = await Promise.all(
		rows.map(async ({ id, firstName, participantId, createdAt }) => {
			const person = await records(db, 'participant').find(rally.id, participantId);
			const outcome = !person || person.archivedAt ? 'ne participe pas' : outcomes[person.state];
			return { id, firstName, outcome, mayCorrect: mayStillCorrect(person), sentAt: createdAt };
		})
	);
	const { title, programme, territory, contactName, contactPhone } = rally;
	return {
		prescriber: partner.name,
		structure,
		rally: { title, programme, territory, contactName, contactPhone },
		consent: currentText('participation', structure),
		sent
	};
}

/** What the prescriber typed of one person, to be corrected: their own words, not the record's. */
export async function readReferral(
	db: Db,
	token: string,
	id: string
): Promise<{ firstName: string; sent: Referred | null; version: number } | null> {
	const prescriber = await prescriberOf(db, token);
	const referral = prescriber && (await referrals(db).find(prescriber.partner.id, id));
	if (!prescriber || !referral) return null;
	const person = await records(db, 'participant').find(prescriber.rally.id, referral.participantId);
	if (!mayStillCorrect(person)) return null;
	return { firstName: referral.firstName, sent: referral.sent, version: referral.version };
}
