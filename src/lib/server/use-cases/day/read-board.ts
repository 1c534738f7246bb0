import { accompanistName } from '$lib/domain/accompanist';
import { visitingHours, type IsoDate } from '$lib/domain/calendar';
import { wallClock } from '$lib/domain/clock';
import { boardTeam, type BoardTeam } from '$lib/domain/day/board';
import { incidentsOf } from '$lib/domain/day/gathered';
import { incidentKinds, isReturn, readStopKey } from '$lib/domain/day/event';
import { welcomeOf } from '$lib/domain/hosting';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { whoSaw } from '../publication/team-news';
import { readDay } from './read-day';

export interface ShownTeam extends BoardTeam {
	accompanist: { name: string; phone: string } | null;
	/** Version that the team said it saw; null for none. */
	seen: number | null;
	upToDate: boolean;
	phones: Record<string, string>;
}

export interface Board {
	date: IsoDate;
	/** Days of visits, in order. */
	dates: IsoDate[];
	today: boolean;
	version: number;
	/** Number of the last line of the log: what the page follows from. */
	last: number;
	teams: ShownTeam[];
	incidents: { team: string | null; at: number; kind: string; text: string }[];
}

/** Where each team should be and is. `wanted`: a day of visits; otherwise today, or the first. Null without a plan. */
export async function readBoard(
	db: Db,
	rally: Rally,
	now: Date,
	wanted: string | null
): Promise<Board | null> {
	const dates = rally.programme.filter((day) => visitingHours(day) !== null).map(({ date }) => date);
	const clock = wallClock(now);
	const date = dates.find((one) => one === wanted) ?? dates.find((one) => one === clock.date) ?? dates[0];
	if (!date) return null;
	const { plan, events, last, teams } = await readDay(db, rally, now, date);
	if (!plan) return null;
	const { companies, accompanists } = await readDossier(db, rally, plan);
	const company = new Map(companies.map((one) => [one.id, one]));
	const saw = new Map(
		(
			await whoSaw(
				db,
				rally,
				plan.teams.map(({ letter }) => letter)
			)
		).map((one) => [one.letter, one])
	);
	const today = date === clock.date;
	return {
		date,
		dates,
		today,
		version: plan.number,
		last,
		teams: teams.map(({ planned, state }) => {
			const team = plan.teams.find(({ letter }) => letter === state.team)!;
			const crew = [team.accompanistId, team.driverId].filter((id) => id !== null);
			const guide = accompanists.find(({ id }) => id === team.accompanistId);
			const seen = saw.get(team.letter);
			return {
				...boardTeam(
					{ planned, state, expected: team.memberIds.length + crew.length },
					today ? clock.minutes : null,
					(id) => company.get(id)?.name ?? 'une entreprise'
				),
				accompanist: guide ? { name: accompanistName(guide), phone: guide.phone } : null,
				seen: seen?.seen?.number ?? null,
				upToDate: seen?.upToDate ?? false,
				phones: Object.fromEntries(
					planned
						.filter(({ key }) => !isReturn(key))
						.map(({ key }) => {
							const host = company.get(readStopKey(key)!.companyId);
							return [key, host ? welcomeOf(host).phone : ''];
						})
				)
			};
		}),
		incidents: incidentsOf(events)
			.filter(({ at }) => wallClock(new Date(at)).date === date)
			.map(({ team, at, incident, text }) => ({ team, at, kind: incidentKinds[incident], text }))
			.reverse()
	};
}
