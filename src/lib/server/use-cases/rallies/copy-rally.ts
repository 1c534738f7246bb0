import { addDays, daysBetween } from '$lib/domain/calendar';
import { challengeLibrary } from '$lib/domain/challenge/library';
import { wallClock } from '$lib/domain/clock';
import type { Rally } from '$lib/domain/rally';
import { z } from 'zod';
import type { Db } from '../../db/client';
import { changes } from '../../db/repositories/changes';
import { chosenChallenges } from '../../db/repositories/chosen-challenges';
import { rallies } from '../../db/repositories/rallies';
import { records, type AnyRecord } from '../../db/repositories/records';
import { supporterLogos } from '../../db/repositories/supporter-logos';
import { typedTravels } from '../../db/repositories/typed-travel';
import * as field from '../../fields';
import { charterForNewRally } from '../network/charters';
import { addRecord, type Editor, type Owner, type Values } from '../records/edit-record';
import { startingOn } from './move-rally';

export const CopyForm = z.object({
	title: field.required('Donnez un nom au rallye.', 120),
	edition: field.whole(1, 60),
	first: field.date('Indiquez le premier jour.')
});
export type CopyInput = z.output<typeof CopyForm>;

export interface Copied {
	id: string;
	companies: number;
	partners: number;
	tasks: number;
}

/**
 * Opens a rally like a past one, its first day on another date. What comes along is what holds from one year to the
 * next: the programme and settings, who the companies and partners are and how they receive, the tasks, the
 * challenges. What was agreed for those days does not: states, slots, amounts, invitations. And nobody comes along:
 * neither participants nor accompanists, nor what they agreed to, nor anybody's link. See docs/decisions/0027.
 */
export const copyRally = (
	db: Db,
	source: Rally,
	input: CopyInput,
	editor: Editor,
	now = new Date()
): Promise<Copied> =>
	db.transaction(async (tx) => {
		const { title, edition, first } = input;
		const from = source.programme[0]?.date;
		const days = from ? daysBetween(from, first) : 0;
		const rally = await rallies(tx).add({
			...{ organizationId: source.organizationId, title, edition },
			...{ territory: source.territory, department: source.department, settings: source.settings },
			...{ meetingPoint: source.meetingPoint, contactName: source.contactName },
			contactPhone: source.contactPhone,
			programme: startingOn(source.programme, first),
			closing: source.closing && { ...source.closing, date: addDays(source.closing.date, days) },
			...(await charterForNewRally(tx, wallClock(now).date)),
			updatedBy: editor.name
		});
		await changes(tx).add({
			...{ organizationId: rally.organizationId, rallyId: rally.id, record: 'rally', recordId: rally.id },
			...{ kind: 'create', version: rally.version, after: { ...rally }, by: editor.name }
		});
		const companyIds = await copyCompanies(tx, source, rally, editor);
		const partnerIds = await copyPartners(tx, source, rally, editor);
		await copyLogos(tx, source, rally, new Map([...companyIds, ...partnerIds]), editor);
		const tasks = await copyTasks(tx, source, rally, days, editor);
		await copyChallenges(tx, source, rally, editor);
		await copyTravel(tx, source, rally, companyIds, editor);
		return { id: rally.id, companies: companyIds.size, partners: partnerIds.size, tasks };
	});

/** A record's own content: whose it was, its version and its archive stay behind. */
function contentOf(row: AnyRecord): Values {
	const { id, organizationId, rallyId, version, createdAt, updatedAt, updatedBy, archivedAt, ...own } = row;
	void [id, organizationId, rallyId, version, createdAt, updatedAt, updatedBy, archivedAt];
	return own;
}

/** To be asked again: what they said of that year's days and needs is not theirs of this year. */
const asked: Values = {
	...{ state: 'identified', slots: [], hiring: false, hiringNote: '', mayBeNamed: false, withdrew: false },
	...{ ownerId: null, nextStep: null, nextStepOn: null, nextStepNote: '' },
	...{ declineReason: null, declineNote: '' }
};

async function copyCompanies(tx: Db, source: Owner, rally: Owner, editor: Editor) {
	const ids = new Map<string, string>();
	for (const row of await records(tx, 'company').list(source.id)) {
		const { id } = await addRecord(tx, 'company', rally, { ...contentOf(row), ...asked }, editor);
		ids.set(row.id, id);
	}
	for (const row of await records(tx, 'contact').list(source.id)) {
		const companyId = ids.get(row.companyId);
		if (companyId) await addRecord(tx, 'contact', rally, { ...contentOf(row), companyId }, editor);
	}
	return ids;
}

/** A funder is asked again: neither its amounts, its quota, its dates nor its call hold for another year. */
async function copyPartners(tx: Db, source: Owner, rally: Owner, editor: Editor) {
	const ids = new Map<string, string>();
	const rows = await records(tx, 'partner').list(source.id);
	for (const row of rows) {
		const asks = row.roles.includes('funder') || row.fundingState !== null;
		const again: Values = {
			...{ fundingState: asks ? 'to-contact' : null, promisedCents: null, grantedCents: null },
			...{ callReference: '', bilanDueOn: null, targetCount: null, invitedToClosing: false }
		};
		const { id } = await addRecord(tx, 'partner', rally, { ...contentOf(row), ...again }, editor);
		ids.set(row.id, id);
	}
	return ids;
}

/** Who they are is also how they are drawn. */
async function copyLogos(
	tx: Db,
	source: Owner,
	rally: Owner,
	ids: ReadonlyMap<string, string>,
	editor: Editor
): Promise<void> {
	for (const { companyId, partnerId, type, width, height, file } of await supporterLogos(
		tx,
		source
	).files()) {
		const id = ids.get(companyId ?? partnerId ?? '');
		const whose = companyId ? { companyId: id ?? '' } : { partnerId: id ?? '' };
		if (id)
			await supporterLogos(tx, rally).put(whose, 0, { type, width, height, file, updatedBy: editor.name });
	}
}

/** Those that were chosen, and those that were written, chosen or not. */
async function copyChallenges(tx: Db, source: Owner, rally: Owner, editor: Editor): Promise<void> {
	const ids = new Map<string, string>();
	for (const row of await records(tx, 'challenge').list(source.id))
		ids.set(row.id, (await addRecord(tx, 'challenge', rally, contentOf(row), editor)).id);
	const chosen = await chosenChallenges(tx, source.id).list();
	// One that was taken away since stays behind.
	const here = chosen.flatMap(
		(id) => ids.get(id) ?? (challengeLibrary.some((one) => one.id === id) ? [id] : [])
	);
	await chosenChallenges(tx, rally.id).add(rally.organizationId, here, editor.name);
}

/** To be done again, as many days before; notes and outside names are of that year. */
async function copyTasks(tx: Db, source: Owner, rally: Owner, days: number, editor: Editor): Promise<number> {
	const rows = await records(tx, 'task').list(source.id);
	for (const row of rows) {
		const again: Values = {
			...{ doneOn: null, note: '', ownerName: '' },
			dueOn: row.dueOn && addDays(row.dueOn, days)
		};
		await addRecord(tx, 'task', rally, { ...contentOf(row), ...again }, editor);
	}
	return rows.length;
}

/** Road times written by hand hold as long as both ends came along; the meeting point always does. */
async function copyTravel(
	tx: Db,
	source: Owner,
	rally: Owner,
	companyIds: ReadonlyMap<string, string>,
	editor: Editor
): Promise<void> {
	const moved = (place: string) => (place === 'meeting' ? place : companyIds.get(place));
	for (const { from, to, minutes } of await typedTravels(tx).list(source.id)) {
		const [fromPlace, toPlace] = [moved(from), moved(to)];
		if (!fromPlace || !toPlace) continue;
		await typedTravels(tx).set({
			...{ organizationId: rally.organizationId, rallyId: rally.id, fromPlace, toPlace },
			...{ minutes, updatedBy: editor.name }
		});
	}
}
