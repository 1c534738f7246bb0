import { french } from '$lib/domain/french';
import { isFunder, type Funder } from '$lib/domain/funding/funders';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { records, type RecordRow } from '../../db/repositories/records';

export interface CommitteeMember {
	id: string;
	name: string;
	/** The partner's name, else what was written. */
	stands: string;
}

export interface Committee {
	members: CommitteeMember[];
	/** The latest first. */
	meetings: (RecordRow<'meeting'> & { came: string[] })[];
	partners: { id: string; name: string }[];
	/** What each funder was promised. */
	quotas: Funder[];
}

export async function readCommittee(db: Db, rally: Pick<Rally, 'id'>): Promise<Committee> {
	const partners = (await records(db, 'partner').list(rally.id)).sort((a, b) =>
		french.compare(a.name, b.name)
	);
	const rows = await records(db, 'committee-member').list(rally.id);
	const former = await records(db, 'committee-member').list(rally.id, { archived: true });
	const names = new Map([...rows, ...former].map(({ id, name }) => [id, name]));
	const meetings = await records(db, 'meeting').list(rally.id);
	return {
		members: rows
			.map(({ id, name, partnerId, role }) => ({
				id,
				name,
				stands: [partners.find((one) => one.id === partnerId)?.name, role].filter(Boolean).join(', ')
			}))
			.sort((a, b) => french.compare(a.name, b.name)),
		meetings: meetings
			.map((one) => ({ ...one, came: one.present.flatMap((id) => names.get(id) ?? []) }))
			.sort((a, b) => b.date.localeCompare(a.date)),
		partners: partners.map(({ id, name }) => ({ id, name })),
		quotas: partners.filter((one) => isFunder(one) && one.fundingState !== 'refused')
	};
}
