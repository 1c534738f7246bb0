import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import {
	addRecord,
	archiveRecord,
	saveRecord,
	type Changed,
	type EditedMeanwhile,
	type Editor,
	type NotFound
} from '../records/edit-record';
import type { ContactInput } from './contact-form';
import { found } from './log-exchange';

export async function addContact(
	db: Db,
	rally: Rally,
	companyId: string,
	input: ContactInput,
	editor: Editor
): Promise<Result<Changed, NotFound>> {
	if (!(await found(db, rally, companyId))) return err({ code: 'not-found' });
	return ok(await addRecord(db, 'contact', rally, { ...input, companyId }, editor));
}

export const saveContact = (
	db: Db,
	rally: Rally,
	id: string,
	{ version, ...input }: ContactInput & { version: number },
	editor: Editor
): Promise<Result<Changed, NotFound | EditedMeanwhile>> =>
	saveRecord(db, 'contact', rally, id, version, input, editor);

/** Puts a person in the company's own record, where documents take the one to ask for; the former main one takes their place. */
export const makeMainContact = (
	db: Db,
	rally: Rally,
	id: string,
	editor: Editor
): Promise<Result<Changed & { name: string }, NotFound | EditedMeanwhile>> =>
	db.transaction(async (tx) => {
		const contact = await records(tx, 'contact').find(rally.id, id);
		const company = contact && (await found(tx, rally, contact.companyId));
		if (!company || contact.archivedAt) return err({ code: 'not-found' });
		const former = {
			name: company.contactName,
			role: company.contactRole,
			phone: company.contactPhone,
			email: company.contactEmail,
			mode: company.contactMode
		};
		const main = {
			contactName: contact.name,
			contactRole: contact.role,
			contactPhone: contact.phone,
			contactEmail: contact.email,
			contactMode: contact.mode
		};
		const saved = await saveRecord(tx, 'company', rally, company.id, company.version, main, editor);
		if (!saved.ok) return saved;
		const along = saved.value.change;
		const nobody = !former.name && !former.phone && !former.email;
		const kept = nobody
			? await archiveRecord(tx, 'contact', rally, id, editor, along)
			: await saveRecord(tx, 'contact', rally, id, contact.version, { ...former, name: former.name || 'Sans nom', note: '' }, editor, along); // prettier-ignore
		return kept.ok ? ok({ ...saved.value, name: contact.name }) : kept;
	});
