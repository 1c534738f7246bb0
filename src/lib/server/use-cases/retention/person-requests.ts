import { z } from 'zod';
import type { IsoDate } from '$lib/domain/calendar';
import { err, ok, type Result } from '$lib/domain/result';
import { requestKinds, requestState, type RequestState } from '$lib/domain/retention/requests';
import type { Db } from '../../db/client';
import { personRequests, type PersonRequest } from '../../db/repositories/person-requests';
import * as field from '../../fields';
import type { Editor } from '../records/edit-record';

export const RequestForm = z.object({
	kind: field.choice(requestKinds, 'Choisissez ce qui est demandé.'),
	who: field.required('Écrivez qui le demande.', 120),
	askedOn: field.date(),
	note: field.text(1000)
});

export const AnswerForm = z.object({ id: z.uuid(), version: field.version() });

export type RequestInList = Omit<PersonRequest, 'organizationId'> & RequestState;

/** The register, what waits longest first, then what was answered. */
export async function readRequests(db: Db, organizationId: string, today: IsoDate): Promise<RequestInList[]> {
	const list = await personRequests(db, organizationId).list();
	const open = list.filter(({ answeredOn }) => !answeredOn).reverse();
	const answered = list.filter(({ answeredOn }) => answeredOn);
	return [...open, ...answered].map((one) => ({ ...one, ...requestState(one, today) }));
}

/** Notes a request; refused when it would have been asked in the future. */
export async function noteRequest(
	db: Db,
	organizationId: string,
	input: z.output<typeof RequestForm>,
	{ participantId, today, editor }: { participantId: string | null; today: IsoDate; editor: Editor }
): Promise<Result<null, { code: 'in-the-future' }>> {
	if (input.askedOn > today) return err({ code: 'in-the-future' });
	await personRequests(db, organizationId).add({ ...input, participantId, by: editor.name });
	return ok(null);
}

/** Notes that a request was answered today; false when somebody already did. */
export const answerRequest = (
	db: Db,
	organizationId: string,
	{ id, version }: z.output<typeof AnswerForm>,
	today: IsoDate,
	editor: Editor
): Promise<boolean> => personRequests(db, organizationId).answer(id, version, today, editor.name);
