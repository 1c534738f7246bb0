import { kindOfPartner } from '$lib/domain/closing/guests';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { records, type RecordRow } from '../../db/repositories/records';
import { addRecord, saveRecord, type Editor } from '../records/edit-record';
import type { GuestInput } from './guest-form';

export const addGuest = (db: Db, rally: Rally, input: GuestInput, editor: Editor) =>
	addRecord(db, 'guest', rally, input, editor);

export const saveGuest = (
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: GuestInput & { version: number },
	editor: Editor
) => saveRecord(db, 'guest', rally, id, version, input, editor);

export interface ToInvite {
	companies: RecordRow<'company'>[];
	partners: RecordRow<'partner'>[];
}

/**
 * Companies that confirmed and partners said to be invited, who have no invitation yet. One that was archived was
 * taken off on purpose: it is not proposed again.
 */
export async function toInvite(db: Db, rally: Rally): Promise<ToInvite> {
	const all = [
		...(await records(db, 'guest').list(rally.id)),
		...(await records(db, 'guest').list(rally.id, { archived: true }))
	];
	const asked = new Set(all.flatMap(({ companyId, partnerId }) => [companyId, partnerId]));
	return {
		companies: (await records(db, 'company').list(rally.id)).filter(
			({ id, state }) => state === 'confirmed' && !asked.has(id)
		),
		partners: (await records(db, 'partner').list(rally.id)).filter(
			({ id, invitedToClosing }) => invitedToClosing && !asked.has(id)
		)
	};
}

/** An invitation for each of them, in one go; undone together by the change that is answered. */
export async function inviteAll(
	db: Db,
	rally: Rally,
	whom: 'companies' | 'partners',
	editor: Editor
): Promise<{ added: number; change: string | null }> {
	return db.transaction(async (tx) => {
		const { companies, partners } = await toInvite(tx, rally);
		const wanted =
			whom === 'companies'
				? companies.map(({ id, name, contactName }) => ({
						name: contactName || name,
						organisation: name,
						kind: 'company' as const,
						companyId: id
					}))
				: partners.map((partner) => ({
						name: partner.contactName || partner.name,
						organisation: partner.name,
						kind: kindOfPartner(partner),
						partnerId: partner.id
					}));
		let change: string | null = null;
		for (const guest of wanted) {
			const added = await addRecord(tx, 'guest', rally, guest, editor, change ?? undefined);
			change ??= added.change;
		}
		return { added: wanted.length, change };
	});
}

/** One answer, or how many came, from the list: the rest of the invitation stays. */
export const noteGuest = (
	db: Db,
	rally: Rally,
	id: string,
	version: number,
	noted: Partial<Pick<GuestInput, 'reply' | 'coming' | 'came'>>,
	editor: Editor
) => saveRecord(db, 'guest', rally, id, version, noted, editor);
