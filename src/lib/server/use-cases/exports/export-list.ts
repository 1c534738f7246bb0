import { french } from '$lib/domain/french';
import { exportedLists } from '$lib/domain/import/exported';
import { isPrivate } from '$lib/domain/enrolment/private';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { members } from '../../db/repositories/members';
import { records, type AnyRecord } from '../../db/repositories/records';
import { figureList } from './figure-list';
import { peopleLists, type Asked } from './people-lists';
import { sessionLists } from './session-lists';
import { writeCsv, writeJson, writeXlsx, type Listed } from '../../spreadsheets/write';

export const exportFormats = { csv: writeCsv, xlsx: writeXlsx, json: writeJson };
export type ExportFormat = keyof typeof exportFormats;

/** A list of the rally as a file, archived records left out; null for a list that does not exist. */
export async function exportList(
	db: Db,
	rally: Rally,
	list: string,
	format: ExportFormat,
	seesPrivate: boolean,
	asked: Asked = new URLSearchParams()
): Promise<Uint8Array<ArrayBuffer> | null> {
	const listed = await readList(db, rally, list, seesPrivate, asked);
	return listed && exportFormats[format](listed);
}

export async function readList(
	db: Db,
	rally: Rally,
	list: string,
	seesPrivate: boolean,
	asked: Asked
): Promise<Listed | null> {
	if (Object.hasOwn(peopleLists, list)) return seesPrivate ? peopleLists[list]!(db, rally, asked) : null;
	if (list === 'chiffres') return figureList(db, rally);
	if (Object.hasOwn(sessionLists, list)) return sessionLists[list]!(db, rally, asked);
	if (!Object.hasOwn(exportedLists, list)) return null;
	const { kind, title, columns: every } = exportedLists[list]!;
	// What somebody may not see on screen, they may not take away.
	const columns =
		kind === 'participant' && !seesPrivate ? every.filter(({ field }) => !isPrivate(field)) : every;
	const all = await withNames(db, rally, (await records(db, kind).list(rally.id)) as AnyRecord[]);
	const named = ({ lastName, firstName, name }: AnyRecord) => [lastName, firstName, name].filter(Boolean).join(' '); // prettier-ignore
	all.sort(
		(a, b) =>
			french.compare(String(a.companyName ?? ''), String(b.companyName ?? '')) ||
			String(a.on ?? '').localeCompare(String(b.on ?? '')) ||
			french.compare(named(a), named(b))
	);
	return {
		name: title,
		headers: columns.map(({ label }) => label),
		rows: all.map((record) => columns.map(({ write }) => write(record as never)))
	};
}

/** What belongs to a company with that company's name, a company with the name of who follows it; archived companies take theirs along. */
async function withNames(
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	rows: AnyRecord[]
): Promise<AnyRecord[]> {
	if (rows.some((row) => 'companyId' in row)) {
		const names = new Map((await records(db, 'company').list(rally.id)).map(({ id, name }) => [id, name]));
		return rows
			.filter(({ companyId }) => names.has(companyId as string))
			.map((row) => ({ ...row, companyName: names.get(row.companyId as string) }));
	}
	if (rows.some((row) => row.employerCompanyId)) {
		const hosts = await records(db, 'company').list(rally.id);
		const known = new Map(hosts.map((host) => [host.id, toldApart(host, hosts)]));
		return rows.map((row) => ({ ...row, employerCompany: known.get(row.employerCompanyId as string) ?? '' }));
	}
	// Whoever follows a company; a vehicle has an owner of its own, of the same name here.
	if (rows.some((row) => 'ownerId' in row)) {
		const names = new Map(
			(await members(db).of(rally.organizationId)).map(({ userId, name }) => [userId, name])
		);
		return rows.map((row) => ({ ...row, ownerName: names.get(row.ownerId as string) ?? '' }));
	}
	return rows;
}

/** A company's name, with its commune when another bears it: what the importer reads back. */
const toldApart = (host: Host, all: readonly Host[]): string =>
	all.some(({ id, name }) => id !== host.id && name === host.name) && host.commune
		? `${host.name} (${host.commune})`
		: host.name;

type Host = Record<'id' | 'name' | 'commune', string>;
