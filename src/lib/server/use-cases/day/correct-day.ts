import { randomUUID } from 'node:crypto';
import { ORGANIZER, type DayEvent, type Said } from '$lib/domain/day/event';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { dayLog, type LoggedEvent } from '../../db/repositories/day-log';
import { plans } from '../../db/repositories/plans';
import type { Editor } from '../records/edit-record';

/** `team`: whom it is about; null for a person alone. */
interface Line {
	team: string | null;
	said: Said;
}

/**
 * Adds the organiser's own lines to the log: a correction, what a team said on the telephone, an undo. `team`: whom it
 * is about; null for a person alone. All or none.
 */
export const sayAsOrganizer = (
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	lines: readonly Line[],
	editor: Editor,
	now: Date
): Promise<Result<LoggedEvent[], { code: 'unknown-line' }>> =>
	db.transaction(async (tx) => {
		const log = dayLog(tx, rally.id);
		await log.hold();
		const undone = lines.flatMap(({ said }) => (said.kind === 'undo' ? [said.of] : []));
		const known = await log.known(undone);
		if (undone.some((id) => !known.some((event) => event.id === id))) return err({ code: 'unknown-line' });
		return ok(await addLines(tx, rally, lines, { phone: ORGANIZER, by: editor.name }, now));
	});

/** Adds lines said at once by somebody who is no team's phone. In a transaction. */
export async function addLines(
	tx: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	lines: readonly Line[],
	{ phone, by }: Pick<DayEvent, 'phone' | 'by'>,
	now: Date
): Promise<LoggedEvent[]> {
	const log = dayLog(tx, rally.id);
	await log.hold();
	const plan = (await plans(tx).published(rally.id))?.number ?? 0;
	const clock = now.getTime();
	const last = await log.last();
	const events = lines.map(({ team, said }, i): DayEvent & { arrived: number } => ({
		id: randomUUID(),
		phone,
		sequence: last + i + 1,
		clock,
		offset: 0,
		plan,
		team,
		by,
		said,
		arrived: clock
	}));
	return log.add(rally.organizationId, events);
}
