import type { IsoDate, Minutes } from '$lib/domain/calendar';
import { standing } from '$lib/domain/consent/consent';
import { clock, dayAndMonth, french } from '$lib/domain/french';
import { groupedBy } from '$lib/domain/grouping';
import { namesDue } from '$lib/domain/host-visits';
import { fullName } from '$lib/domain/participant';
import type { Rally } from '$lib/domain/rally';
import { err, ok, type Result } from '$lib/domain/result';
import type { Db } from '../../db/client';
import { consents } from '../../db/repositories/consents';
import { namesReleases, type NamesRelease } from '../../db/repositories/names-releases';
import { plans } from '../../db/repositories/plans';
import { records } from '../../db/repositories/records';
import type { Editor, NotFound } from '../records/edit-record';

export interface NamedVisit {
	date: IsoDate;
	from: Minutes;
	to: Minutes;
	team: string;
	/** Those who agreed that their name is given to companies. */
	names: string[];
	/** Those who come and whose name stays here: they refused, withdrew or were not asked. */
	kept: number;
}

export interface HostNames {
	company: { id: string; name: string };
	daysAhead: number | null;
	due: IsoDate | null;
	/** Version of the plan in force; null while none is published. */
	number: number | null;
	visits: NamedVisit[];
	/** The list as it is copied: names by team and hour, nothing else. */
	text: string;
	/** When names were given, the newest first. */
	releases: Pick<NamesRelease, 'id' | 'planNumber' | 'releasedAt' | 'releasedBy'>[];
	/** Ids of those named. */
	named: string[];
}

/** Who may be named to a company, by the plan in force. Null when the rally has no such company. */
export async function readHostNames(
	db: Db,
	rally: Pick<Rally, 'id'>,
	companyId: string
): Promise<HostNames | null> {
	const company = await records(db, 'company').find(rally.id, companyId);
	if (!company || company.archivedAt) return null;
	const plan = await plans(db).published(rally.id);
	const people = new Map((await records(db, 'participant').list(rally.id)).map((one) => [one.id, one]));
	const history = groupedBy(await consents(db).ofRally(rally.id), ({ participantId }) => participantId);
	const agreed = (id: string) => standing(history.get(id) ?? []).sharing === 'given';
	const named = new Set<string>();
	const visits = (plan?.teams ?? [])
		.flatMap(({ letter, memberIds, visits: own }) => {
			const coming = memberIds.filter((id) => people.get(id)?.state === 'confirmed');
			const willing = coming.filter(agreed);
			return own
				.filter((visit) => visit.companyId === companyId)
				.map(({ date, start, end }): NamedVisit => {
					for (const id of willing) named.add(id);
					const names = willing.map((id) => fullName(people.get(id)!)).sort(french.compare);
					return { date, from: start, to: end, team: letter, names, kept: coming.length - willing.length };
				});
		})
		.sort((a, b) => a.date.localeCompare(b.date) || a.from - b.from);
	const releases = (await namesReleases(db).list(rally.id)).filter((one) => one.companyId === companyId);
	return {
		company: { id: company.id, name: company.name },
		daysAhead: company.namesDaysAhead,
		due: namesDue(company.namesDaysAhead, visits[0]?.date ?? null),
		number: plan?.number ?? null,
		visits,
		text: visits
			.map(({ date, from, to, team, names }) =>
				[
					`${dayAndMonth(date)}, ${clock(from)}-${clock(to)}, équipe ${team}`,
					...names.map((name) => `- ${name}`)
				].join('\n')
			)
			.join('\n\n'),
		releases: releases.map(({ id, planNumber, releasedAt, releasedBy }) => ({ id, planNumber, releasedAt, releasedBy })), // prettier-ignore
		named: [...named].sort()
	};
}

/** The list is not the one on screen any more: a new plan, or somebody who withdrew. */
export type ListChanged = { code: 'list-changed' };

/** Keeps that the names were given: whose, when, by whom. Refused when the list has changed since it was read. */
export const noteNamesGiven = (
	db: Db,
	rally: Pick<Rally, 'id' | 'organizationId'>,
	companyId: string,
	shown: string,
	editor: Editor
): Promise<Result<{ count: number }, NotFound | ListChanged>> =>
	db.transaction(async (tx) => {
		const list = await readHostNames(tx, rally, companyId);
		if (!list) return err({ code: 'not-found' });
		if (list.number === null || list.named.length === 0 || keyOf(list) !== shown)
			return err({ code: 'list-changed' });
		await namesReleases(tx).add({
			...{ organizationId: rally.organizationId, rallyId: rally.id, companyId },
			...{ planNumber: list.number, participantIds: list.named, releasedBy: editor.name }
		});
		return ok({ count: list.named.length });
	});

/** What the page sends back to say which list was read. */
export const keyOf = ({ number, named }: Pick<HostNames, 'number' | 'named'>): string =>
	[number, ...named].join(' ');
