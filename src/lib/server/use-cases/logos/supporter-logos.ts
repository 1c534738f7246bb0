import { french } from '$lib/domain/french';
import type { LogoFault } from '$lib/domain/network/logo';
import { partnerRoles } from '$lib/domain/partner';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { records } from '../../db/repositories/records';
import { supporterLogos, type Supporter } from '../../db/repositories/supporter-logos';
import type { Mark } from '../../documents/paper/letterhead';
import { readPicture } from '../../pictures/read-picture';
import type { Editor, NotFound } from '../records/edit-record';
import type { EditedMeanwhile } from './save-logo';

type Owner = Pick<Rally, 'id' | 'organizationId'>;

export interface SupporterInList {
	/** Id of the company or of the partner. */
	id: string;
	name: string;
	/** « Financeur », « A offert des lots ». */
	as: string;
	logo: { version: number; width: number; height: number; updatedBy: string; updatedAt: Date } | null;
}

/** Who may have a logo on what is printed: funders and other partners, then companies that gave something. */
export async function readSupporters(db: Db, rally: Owner): Promise<SupporterInList[]> {
	const logos = await supporterLogos(db, rally).list();
	const gave = new Set(
		(await records(db, 'commitment').list(rally.id))
			.filter(({ kind }) => kind === 'prize' || kind === 'money')
			.map(({ companyId }) => companyId)
	);
	const logoOf = (id: string) => {
		const found = logos.find(({ companyId, partnerId }) => companyId === id || partnerId === id);
		return found ? (({ version, width, height, updatedBy, updatedAt }) => ({ version, width, height, updatedBy, updatedAt }))(found) : null; // prettier-ignore
	};
	const partners = (await records(db, 'partner').list(rally.id)).map(({ id, name, roles }) => ({
		...{ id, name, logo: logoOf(id) },
		as: roles.map((role) => partnerRoles[role]).join(', ') || 'Partenaire',
		rank: roles.includes('funder') ? 0 : 1
	}));
	const companies = (await records(db, 'company').list(rally.id))
		.filter(({ id }) => gave.has(id) || logoOf(id) !== null)
		.map(({ id, name }) => ({ id, name, logo: logoOf(id), as: 'Entreprise qui donne', rank: 2 }));
	return [...partners, ...companies]
		.sort((a, b) => a.rank - b.rank || french.compare(a.name, b.name))
		.map(({ rank, ...one }) => {
			void rank;
			return one;
		});
}

/** A partner or a company of this rally by its id; null for neither. */
async function supporterOf(db: Db, rally: Owner, id: string): Promise<Supporter | null> {
	if ((await records(db, 'partner').known(rally.id, [id])).has(id)) return { partnerId: id };
	return (await records(db, 'company').known(rally.id, [id])).has(id) ? { companyId: id } : null;
}

export async function supporterLogo(db: Db, rally: Owner, id: string) {
	const whose = await supporterOf(db, rally, id);
	return whose && supporterLogos(db, rally).find(whose);
}

/** Keeps a picture that can be printed. `version`: of the one on the screen, 0 for none. */
export async function saveSupporterLogo(
	db: Db,
	rally: Owner,
	{ id, version, bytes }: { id: string; version: number; bytes: Uint8Array },
	editor: Editor
): Promise<Result<null, LogoFault | NotFound | EditedMeanwhile>> {
	const whose = await supporterOf(db, rally, id);
	if (!whose) return err({ code: 'not-found' });
	const head = readPicture(bytes);
	if (!head.ok) return head;
	const file = Buffer.from(bytes).toString('base64');
	const saved = await supporterLogos(db, rally).put(whose, version, { ...head.value, file, updatedBy: editor.name }); // prettier-ignore
	return saved ? ok(null) : err({ code: 'edited-meanwhile' });
}

export async function removeSupporterLogo(
	db: Db,
	rally: Owner,
	{ id, version }: { id: string; version: number }
): Promise<Result<null, NotFound | EditedMeanwhile>> {
	const whose = await supporterOf(db, rally, id);
	if (!whose) return err({ code: 'not-found' });
	return (await supporterLogos(db, rally).remove(whose, version))
		? ok(null)
		: err({ code: 'edited-meanwhile' });
}

/** The pictures of all of them, by id, as documents draw them. */
export async function supporterPictures(db: Db, rally: Owner): Promise<Map<string, Uint8Array>> {
	const files = await supporterLogos(db, rally).files();
	return new Map(
		files.map(({ companyId, partnerId, file }) => [companyId ?? partnerId!, new Uint8Array(Buffer.from(file, 'base64'))]) // prettier-ignore
	);
}

/** One supporter's, by its name; none when it gave none. */
export async function markOf(
	db: Db,
	rally: Owner,
	whose: { id: string; name: string } | null
): Promise<Mark[]> {
	const picture = whose && (await supporterPictures(db, rally)).get(whose.id);
	return picture ? [{ name: whose.name, picture }] : [];
}
