import { accompanistName } from '$lib/domain/accompanist';
import type { Dossier } from '$lib/domain/dossier';
import { french } from '$lib/domain/french';
import type { Plan } from '$lib/domain/plan';
import { keyOf } from '$lib/domain/publication/notices';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { itineraryLinks } from '../../db/repositories/itinerary-links';
import { plans } from '../../db/repositories/plans';
import { publications } from '../../db/repositories/publications';
import { rallies } from '../../db/repositories/rallies';
import { calendarOf, type CalendarInput, type CalendarOf } from '../../documents/calendar/content';
import { drawCalendar } from '../../documents/calendar/draw';
import { companyOfToken } from '../host-answers/host-company';
import { hashOf } from '../itinerary-links/link-token';
import { withArchived } from '../planning/read-planning';

export interface CalendarFile {
	name: string;
	text: string;
}

/** The calendar of a team, a host or an accompanist; null when nothing is published or nothing concerns them. */
export async function readCalendar(db: Db, rally: Rally, of: CalendarOf): Promise<CalendarFile | null> {
	return fileOf(await ground(db, rally), of);
}

/** By the link to a team’s page; null when it opens nothing. */
export async function readTeamCalendar(db: Db, token: string): Promise<CalendarFile | null> {
	const link = token.length <= 64 ? await itineraryLinks(db).byHash(hashOf(token)) : null;
	const rally = link && (await rallies(db).find(link.rallyId));
	return link && rally ? readCalendar(db, rally, { kind: 'team', letter: link.teamLetter }) : null;
}

/** By the link to a company’s page; null when it opens nothing. */
export async function readHostCalendar(db: Db, token: string): Promise<CalendarFile | null> {
	const found = await companyOfToken(db, token);
	return found && readCalendar(db, found.rally, { kind: 'company', id: found.company.id });
}

/** The files that go with letters, by recipient (`keyOf`): hosts and accompanists of the version in force. */
export async function calendarsToSend(db: Db, rally: Rally): Promise<Map<string, CalendarFile>> {
	const from = await ground(db, rally);
	const files = new Map<string, CalendarFile>();
	const add = (kind: 'company' | 'accompanist', id: string) => {
		const file = fileOf(from, { kind, id });
		if (file) files.set(keyOf({ kind, id }), file);
	};
	for (const { plan } of from.published)
		for (const { visits, accompanistId, driverId } of plan.teams) {
			for (const { companyId } of visits) add('company', companyId);
			for (const id of [accompanistId, driverId]) if (id) add('accompanist', id);
		}
	return files;
}

/** Whose calendars there are to take away, by name: those of the version in force. */
export function calendarsOf(
	plan: Plan | null,
	{ companies, accompanists }: Pick<Dossier, 'companies' | 'accompanists'>
): Record<'hosts' | 'crew', { id: string; name: string }[]> {
	const visited = new Set(plan?.teams.flatMap(({ visits }) => visits.map(({ companyId }) => companyId)));
	const riding = new Set(plan?.teams.flatMap(({ accompanistId, driverId }) => [accompanistId, driverId]));
	const byName = (list: { id: string; name: string }[]) =>
		list.sort((a, b) => french.compare(a.name, b.name));
	return {
		hosts: byName(companies.filter(({ id }) => visited.has(id)).map(({ id, name }) => ({ id, name }))),
		crew: byName(
			accompanists
				.filter(({ id }) => riding.has(id))
				.map((one) => ({ id: one.id, name: accompanistName(one) }))
		)
	};
}

type Ground = Omit<CalendarInput, 'of'>;

async function ground(db: Db, rally: Rally): Promise<Ground> {
	const history = (await publications(db).list(rally.id)).reverse();
	const published: Ground['published'][number][] = [];
	for (const { number, at } of history) {
		const plan =
			published.find((one) => one.plan.number === number)?.plan ??
			(await plans(db).numbered(rally.id, number));
		if (plan) published.push({ plan, at });
	}
	const { companies } = await withArchived(db, await readDossier(db, rally, null));
	return { rally, published, companies };
}

function fileOf(from: Ground, of: CalendarOf): CalendarFile | null {
	const calendar = calendarOf({ ...from, of });
	if (!calendar || calendar.events.length === 0) return null;
	const name = of.kind === 'team' ? `agenda-equipe-${of.letter.toLowerCase()}.ics` : 'agenda-rallye.ics';
	return { name, text: drawCalendar(calendar) };
}
