import { z } from 'zod';
import { worn } from '$lib/domain/hosting';
import {
	proposedBetween,
	undecided,
	withdrawal,
	withdrawalReasons,
	type Proposed
} from '$lib/domain/host-answer';
import type { DeclineReason } from '$lib/domain/mobilisation/pipeline';
import { err, ok, type Result } from '$lib/domain/result';
import { mayTry } from '../../auth/attempts';
import type { Db } from '../../db/client';
import { hostAnswers } from '../../db/repositories/host-answers';
import { records, type RecordRow } from '../../db/repositories/records';
import * as field from '../../fields';
import { hostFields } from '../companies/company-form';
import { faultIn, type CompanyFault } from '../companies/save-company';
import { companyOfToken, type HostAtTheDoor } from './host-company';

const word = { note: field.text(600), signedBy: field.text(120) };

/** What the company's page sends when something changes. */
export const HostForm = z.object({ ...hostFields, ...word });
/** « Rien ne change ». */
export const HostWordForm = z.object(word);
/** « Nous ne pourrons pas recevoir », and why. */
export const HostWithdrawalForm = z.object({ ...word, reason: field.choiceOrNull(withdrawalReasons) });

export type HostFormInput = z.output<typeof HostForm>;
/** `reason` left out: the one said before stands, as long as the withdrawal does. */
type Word = z.output<typeof HostWordForm> & { reason?: DeclineReason | null };
type Withdrawal = z.output<typeof HostWithdrawalForm>;

export type AnswerError = { code: 'closed' } | { code: 'too-many' };

const MOST_AN_HOUR = 30;

/** The company confirms what stands (and what it asked for already). */
export const confirmAsHost = (db: Db, token: string, said: Word): Promise<Result<void, AnswerError>> =>
	answering(db, token, (found) => write(db, found, said, ({ changes }) => changes));

/** The company withdraws. Nothing is cancelled by itself: the organizer decides. */
export const withdrawAsHost = (db: Db, token: string, said: Withdrawal): Promise<Result<void, AnswerError>> =>
	answering(db, token, (found) =>
		write(db, found, said, ({ company, changes }) => ({ ...changes, ...withdrawal(company.state) }))
	);

/** The company says how things are; what differs from what stands waits for the organizer. */
export const changeAsHost = (
	db: Db,
	token: string,
	{ note, signedBy, ...typed }: HostFormInput
): Promise<Result<void, AnswerError | CompanyFault>> =>
	answering(db, token, async (found): Promise<Result<void, CompanyFault>> => {
		const { longitude, latitude } = found.company;
		const fault = faultIn(found.rally, { ...typed, longitude, latitude });
		if (fault) return err(fault);
		const said = { ...typed, wear: worn(typed) };
		return write(db, found, { note, signedBy }, ({ company, changes }) => ({
			...decidedOf(changes),
			// A company that fills in its page receives after all.
			...proposedBetween(company, said)
		}));
	});

async function answering<E>(
	db: Db,
	token: string,
	answer: (found: HostAtTheDoor) => Promise<Result<void, E>>
): Promise<Result<void, E | AnswerError>> {
	const found = await companyOfToken(db, token);
	if (!found) return err({ code: 'closed' });
	const within = await mayTry(db, {
		what: 'host-answer',
		whom: found.linkId,
		max: MOST_AN_HOUR,
		minutes: 60
	});
	return within ? answer(found) : err({ code: 'too-many' });
}

const decidedOf = (changes: Proposed): Proposed =>
	Object.fromEntries(Object.entries(changes).filter(([, { decision }]) => decision !== null));

interface Standing {
	company: RecordRow<'company'>;
	/** Of the answer that nobody settled yet. */
	changes: Proposed;
}

/** Writes the answer over the one still open, if any: a company has one answer waiting at most. */
const write = (
	db: Db,
	{ rally, company: { id: companyId } }: HostAtTheDoor,
	word: Word,
	ask: (standing: Standing) => Proposed
): Promise<Result<void, never>> =>
	db.transaction(async (tx) => {
		const answers = hostAnswers(tx);
		await answers.lockCompany(companyId);
		const company = (await records(tx, 'company').find(rally.id, companyId))!;
		const open = await answers.openOf(companyId);
		const changes = ask({ company, changes: open?.changes ?? {} });
		const note = word.note || open?.note || '';
		const signedBy = word.signedBy || open?.signedBy || '';
		const reason = changes.state ? (word.reason ?? open?.reason ?? null) : null;
		const sentAt = new Date();
		// Nothing to decide, nothing to read: it is settled as it comes.
		const settled = undecided(changes).length === 0 && !note;
		const end = { settledAt: settled ? sentAt : null, settledBy: null };
		const last = open ?? (await bareConfirmation(tx, companyId));
		if (last) await answers.save(last, { changes, reason, note, signedBy, sentAt, ...end });
		else
			await answers.add({
				organizationId: rally.organizationId,
				rallyId: rally.id,
				companyId,
				changes,
				reason,
				note,
				signedBy,
				sentAt,
				...end
			});
		return ok(undefined);
	});

/** A « rien ne change » said last is said again, not twice. */
async function bareConfirmation(tx: Db, companyId: string) {
	const last = await hostAnswers(tx).latestOf(companyId);
	return last && Object.keys(last.changes).length === 0 && !last.note ? last : null;
}
