import { keyOf, mustBeTold, type NoticeState } from '$lib/domain/publication/notices';
import type { RecipientKind } from '$lib/domain/publication/told';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { notices, type NoticeRow } from '../../db/repositories/notices';
import type { Letter, Mailer } from '../../mail/mailer';
import type { Editor, NotFound } from '../records/edit-record';
import { calendarsToSend } from './read-calendar';
import { readNotices, type Notice, type Site } from './read-notices';

export interface Chosen {
	/** The version on the page where it was decided. */
	number: number;
	/** One kind only, or one recipient only. */
	kind?: RecipientKind | undefined;
	id?: string | undefined;
}

export interface Sent {
	sent: number;
	failed: number;
	/** Not tried, because the mail server did not answer. */
	left: number;
}

export type NoticeFault = { code: 'another-version' };

/** Letters on their way at a time. When none of them goes, the others are not tried. */
const AT_ONCE = 4;

/**
 * Sends the letters that are due, each once: whoever presses at the same moment finds them taken, or told already.
 * What became of each is kept. One recipient named by hand is written to whatever way they prefer.
 */
export async function sendNotices(
	db: Db,
	rally: Rally,
	mail: Mailer,
	site: Site,
	chosen: Chosen,
	editor: Editor
): Promise<Result<Sent, NoticeFault>> {
	await notices(db).giveUpLost(rally.id);
	const { plan, toTell } = await readNotices(db, rally, site);
	if (plan?.number !== chosen.number) return err({ code: 'another-version' });
	const wanted = chosenOf(toTell, chosen).filter(
		({ email, mailed }) => email !== '' && (mailed || chosen.id)
	);
	const calendars = await calendarsToSend(db, rally);
	const done: Sent = { sent: 0, failed: 0, left: 0 };
	for (let from = 0; from < wanted.length; from += AT_ONCE) {
		const states = await Promise.all(
			wanted.slice(from, from + AT_ONCE).map((one) => {
				const calendar = calendars.get(keyOf(one));
				const letter = { to: one.email, subject: one.letter.subject, text: one.letter.body };
				return sendOne(
					db,
					rally,
					mail,
					one,
					{ ...letter, ...(calendar && { calendar }) },
					editor,
					plan.number
				);
			})
		);
		const count = (state: NoticeState) => states.filter((of) => of === state).length;
		done.sent += count('sent');
		done.failed += count('failed');
		if (count('failed') > 0 && count('failed') === states.length) {
			done.left = Math.max(0, wanted.length - from - AT_ONCE);
			break;
		}
	}
	return ok(done);
}

const chosenOf = (all: readonly Notice[], { kind, id }: Chosen): Notice[] =>
	all.filter((one) => (!kind || one.kind === kind) && (!id || one.id === id));

/** Null when somebody else is writing, or has written, the same thing. */
async function sendOne(
	db: Db,
	rally: Rally,
	mail: Mailer,
	one: Notice,
	letter: Letter,
	editor: Editor,
	number: number
): Promise<NoticeState | null> {
	const taken = await take(db, rally, one, { state: 'sending', sentTo: letter.to, number }, editor);
	if (!taken) return null;
	const state = (await mail.send(letter)) === 'sent' ? 'sent' : 'failed';
	await notices(db).settle(rally.id, taken.id, ['sending'], state);
	return state;
}

/** Writes down that somebody is being told, unless they are or know already. */
const take = (
	db: Db,
	{ id: rallyId, organizationId }: Rally,
	{ kind, id, now }: Notice,
	what: Pick<NoticeRow, 'state' | 'sentTo' | 'number'>,
	editor: Editor
): Promise<NoticeRow | null> =>
	db.transaction(async (tx) => {
		const owner = { rallyId, organizationId };
		const row = { ...owner, ...what, kind, recipientId: id, told: now, by: editor.name };
		// Told before this row was there: the row itself must not count.
		const added = await notices(tx).add({ ...row, state: 'sending' });
		if (!added) return null;
		const last = await notices(tx).lastTold(rallyId, { kind, id });
		if (!mustBeTold(last?.told ?? null, now)) {
			await notices(tx).forget(added.id);
			return null;
		}
		if (what.state !== 'sending') await notices(tx).settle(rallyId, added.id, ['sending'], what.state);
		return added;
	});

/** Writes down that people were told in another way: a call, a visit, a letter of the organiser’s own. Counts them. */
export async function markTold(
	db: Db,
	rally: Rally,
	site: Site,
	chosen: Chosen,
	editor: Editor
): Promise<Result<number, NoticeFault>> {
	const { plan, toTell } = await readNotices(db, rally, site);
	if (plan?.number !== chosen.number) return err({ code: 'another-version' });
	let told = 0;
	for (const one of chosenOf(toTell, chosen)) {
		const done = await take(db, rally, one, { state: 'told', sentTo: '', number: plan.number }, editor);
		if (done) told++;
	}
	return ok(told);
}

/** « Prévenu » pressed by mistake: the trace stays, and the person is to be told again. */
export const undoTold = async (
	db: Db,
	rally: Pick<Rally, 'id'>,
	id: string
): Promise<Result<void, NotFound>> =>
	(await notices(db).settle(rally.id, id, ['told'], 'undone')) ? ok(undefined) : err({ code: 'not-found' });
