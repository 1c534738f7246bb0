import { z } from 'zod';
import type { BilanState, SentBilan } from '$lib/domain/bilan/bilan';
import { mover, moves, type Move, type Side } from '$lib/domain/bilan/move';
import { err, ok, type Result } from '$lib/domain/result';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { bilans, type BilanRow } from '../../db/repositories/bilans';
import * as field from '../../fields';
import type { Editor, NotFound } from '../records/edit-record';
import { readBilan } from './read-bilans';
import { begin, rowOf } from './save-bilan';

const labels = Object.fromEntries(Object.entries(moves).map(([key, { says }]) => [key, says])) as Record<Move, string>; // prettier-ignore

export const MoveForm = z.object({
	move: field.choice(labels),
	version: field.whole(0, 1_000_000),
	message: field.text(2000)
});
export type MoveInput = z.output<typeof MoveForm>;

export type MoveFault =
	| NotFound
	/** Somebody moved or wrote it since. */
	| { code: 'changed'; by: string; state: BilanState }
	| { code: 'incomplete'; says: string[] }
	/** A request for a fix that does not say what. */
	| { code: 'message-wanted' };

/** A step made by the organiser: sends, takes back, or notes what a recipient without an account answered. */
export async function moveOwnBilan(
	db: Db,
	rally: Rally,
	key: string,
	input: MoveInput,
	editor: Editor,
	now: Date
): Promise<Result<BilanState, MoveFault>> {
	const read = await readBilan(db, rally, key, now);
	if (!read) return err({ code: 'not-found' });
	if (!read.moves.includes(input.move) || (read.row?.version ?? 0) !== input.version)
		return err({ code: 'changed', by: read.row?.updatedBy ?? '', state: read.state });
	const blocking = read.missing.filter((one) => one.blocking);
	if (input.move === 'send' && blocking.length > 0)
		return err({ code: 'incomplete', says: blocking.map(({ says }) => says) });
	return db.transaction(async (tx) => {
		if (!read.row) await begin(tx, rally, read.recipient, {}, editor);
		const row = await rowOf(tx, rally, read.recipient);
		if (!row || (read.row && row.version !== read.row.version))
			return err({ code: 'changed', by: row?.updatedBy ?? '', state: row?.state ?? read.state });
		return step(tx, row, input, mover(input.move, read.recipient.kind), editor, read.sendable, now);
	});
}

/** A step made by the federation on a bilan it received. */
export async function moveReceivedBilan(
	db: Db,
	id: string,
	input: MoveInput,
	editor: Editor,
	now: Date
): Promise<Result<BilanState, MoveFault>> {
	const found = await bilans(db).received(id);
	if (!found) return err({ code: 'not-found' });
	const { bilan } = found;
	const allowed: Side = mover(input.move, 'federation');
	if (allowed !== 'recipient') return err({ code: 'not-found' });
	if (bilan.version !== input.version)
		return err({ code: 'changed', by: bilan.updatedBy, state: bilan.state });
	return db.transaction((tx) => step(tx, bilan, input, 'recipient', editor, null, now));
}

async function step(
	tx: Db,
	row: BilanRow,
	{ move, message }: MoveInput,
	side: Side,
	editor: Editor,
	sending: SentBilan | null,
	now: Date
): Promise<Result<BilanState, MoveFault>> {
	const { from, to } = moves[move];
	if (to === 'to-fix' && !message) return err({ code: 'message-wanted' });
	const moved = await bilans(tx).move(row.id, row.version, from, {
		state: to,
		updatedBy: editor.name,
		...(move === 'send' && { sent: sending, sentOn: now, sendings: row.sendings + 1 }),
		// What is taken back before it is read was not received: nothing of it is kept for the recipient.
		...(move === 'take-back' && { sent: null, sentOn: null })
	});
	if (!moved) return err({ code: 'changed', by: row.updatedBy, state: row.state });
	await bilans(tx).addStep({
		organizationId: row.organizationId,
		rallyId: row.rallyId,
		bilanId: row.id,
		from: row.state,
		to,
		side,
		message,
		by: editor.name,
		at: now
	});
	return ok(to);
}
