import type { IsoDate } from '$lib/domain/calendar';
import type { ConsentDecision, ConsentKind, ConsentMeans } from '$lib/domain/consent/consent';
import { currentVersion } from '$lib/domain/consent/texts';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { consents } from '../../db/repositories/consents';
import { records } from '../../db/repositories/records';
import { moveParticipant } from '../enrolment/move-participant';
import type { Editor, NotFound } from '../records/edit-record';

type Owner = Pick<Rally, 'id' | 'organizationId'>;

interface Decided {
	participantId: string;
	kind: ConsentKind;
	decision: ConsentDecision;
	decidedOn: IsoDate;
	means: ConsentMeans;
	decidedBy?: string;
}

export type InTheFuture = { code: 'in-the-future'; field: 'decidedOn' };

/** Writes one decision beside the former ones, under the text in use. Nothing else changes. */
export async function recordConsent(
	db: Db,
	rally: Owner,
	decided: Decided,
	editor: Editor,
	today: IsoDate
): Promise<Result<void, NotFound | InTheFuture>> {
	if (!(await records(db, 'participant').find(rally.id, decided.participantId)))
		return err({ code: 'not-found' });
	if (decided.decidedOn > today) return err({ code: 'in-the-future', field: 'decidedOn' });
	await add(db, rally, decided, editor);
	return ok(undefined);
}

/**
 * Writes a withdrawal, today, whatever the record's state or version, and whatever was decided before: nothing stands
 * in its way. Whoever takes back their participation gives up their place; that step never holds up the withdrawal.
 */
export async function withdrawConsent(
	db: Db,
	rally: Owner,
	{ participantId, kind, means }: Pick<Decided, 'participantId' | 'kind' | 'means'>,
	editor: Editor,
	today: IsoDate
): Promise<Result<{ gaveUp: boolean }, NotFound>> {
	const person = await records(db, 'participant').find(rally.id, participantId);
	if (!person) return err({ code: 'not-found' });
	await add(db, rally, { participantId, kind, decision: 'withdrawn', decidedOn: today, means }, editor);
	if (kind !== 'participation') return ok({ gaveUp: false });
	const gone = await moveParticipant(
		db,
		rally,
		{ id: participantId, from: person.state, to: 'withdrawn' },
		editor
	);
	return ok({ gaveUp: gone.ok });
}

const add = (
	db: Db,
	rally: Owner,
	{ participantId, kind, decision, decidedOn, means, decidedBy = '' }: Decided,
	editor: Editor
) =>
	consents(db).add({
		organizationId: rally.organizationId,
		rallyId: rally.id,
		participantId,
		kind,
		decision,
		decidedOn,
		textVersion: currentVersion(kind),
		means,
		decidedBy,
		recordedBy: editor.name
	});
