import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { exchangedContacts } from '../../db/repositories/answers';
import { records } from '../../db/repositories/records';
import type { Editor, NotFound } from '../records/edit-record';

/**
 * Notes all the companies with which one person exchanged a contact, the person having agreed; those left out are
 * taken back. `shown` are the companies that the form showed: the others stay as they are.
 */
export async function noteContacts(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	{ participant, shown, ticked }: { participant: string; shown: string[]; ticked: string[] },
	editor: Editor
): Promise<Result<{ added: number; removed: number }, NotFound>> {
	const person = await records(db, 'participant').find(rally.id, participant);
	const known = await records(db, 'company').known(rally.id, shown);
	if (!person || shown.some((id) => !known.has(id))) return err({ code: 'not-found' });
	return db.transaction(async (tx) => {
		const contacts = exchangedContacts(tx, rally.id);
		const noted = new Set(
			(await contacts.list())
				.filter((one) => one.participantId === participant)
				.map(({ companyId }) => companyId)
		);
		const added = shown.filter((id) => ticked.includes(id) && !noted.has(id));
		const removed = shown.filter((id) => !ticked.includes(id) && noted.has(id));
		for (const companyId of added)
			await contacts.add({
				organizationId: rally.organizationId,
				participantId: participant,
				companyId,
				by: editor.name
			});
		for (const companyId of removed) await contacts.remove(participant, companyId);
		return ok({ added: added.length, removed: removed.length });
	});
}
