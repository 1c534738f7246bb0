import { accompanistName } from '$lib/domain/accompanist';
import { noonOf, visitingHours } from '$lib/domain/calendar';
import { wallClock } from '$lib/domain/clock';
import { dayAndMonth, french, halfDayInWords } from '$lib/domain/french';
import { fullName } from '$lib/domain/participant';
import { expectedHalfDays } from '$lib/domain/presence';
import type { Rally } from '$lib/domain/rally';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { plans } from '../../db/repositories/plans';

/** What can be named when something happens: ids, letters or dates, and what they are called. */
export interface IncidentChoices {
	version: number;
	people: Record<string, string>;
	/** Confirmed, and in no team. */
	others: Record<string, string>;
	accompanists: Record<string, string>;
	vehicles: Record<string, string>;
	companies: Record<string, string>;
	teams: Record<string, string>;
	days: Record<string, string>;
	/** Half-days not over yet. */
	halves: Record<string, string>;
	/** The day that it is, when it is one of them. */
	today: string | null;
}

export const hasPlanInForce = async (db: Db, rally: Pick<Rally, 'id'>): Promise<boolean> =>
	(await plans(db).published(rally.id)) !== null;

/** Null without a plan in force. */
export async function readChoices(db: Db, rally: Rally, at: Date): Promise<IncidentChoices | null> {
	const plan = await plans(db).published(rally.id);
	if (!plan) return null;
	const { participants, accompanists, vehicles, companies } = await readDossier(db, rally, plan);
	const teamOf = new Map(plan.teams.flatMap(({ letter, memberIds }) => memberIds.map((id) => [id, letter])));
	const used = (id: string) => plan.teams.find((team) => [team.vehicleId, team.accompanistId, team.driverId].includes(id)); // prettier-ignore
	const visited = new Set(plan.teams.flatMap(({ visits }) => visits.map(({ companyId }) => companyId)));
	const days = rally.programme.filter((day) => visitingHours(day) !== null).map(({ date }) => date);
	const { date: today, minutes } = wallClock(at);
	const over = ({ date, part }: { date: string; part: string }) =>
		date < today || (date === today && part === 'morning' && minutes >= noonOf(rally.programme.find((day) => day.date === date)!)); // prettier-ignore
	return {
		version: plan.number,
		people: named(participants.filter(({ id }) => teamOf.has(id)), (one) => `${fullName(one)} (équipe ${teamOf.get(one.id)})`), // prettier-ignore
		others: named(participants.filter(({ id, state }) => state === 'confirmed' && !teamOf.has(id)), fullName), // prettier-ignore
		accompanists: named(accompanists.filter(({ id }) => used(id)), (one) => `${accompanistName(one)} (équipe ${used(one.id)!.letter})`), // prettier-ignore
		vehicles: named(vehicles.filter(({ id }) => used(id)), (one) => `${one.name} (équipe ${used(one.id)!.letter})`), // prettier-ignore
		companies: named(
			companies.filter(({ id }) => visited.has(id)),
			({ name }) => name
		),
		teams: Object.fromEntries(plan.teams.map(({ letter }) => [letter, `Équipe ${letter}`])),
		days: Object.fromEntries(days.map((date) => [date, dayAndMonth(date)])),
		halves: Object.fromEntries(expectedHalfDays(rally.programme).filter((half) => !over(half)).map(({ key }) => [key, `Seulement le ${halfDayInWords(key)}`])), // prettier-ignore
		today: days.includes(today) ? today : null
	};
}

const named = <T extends { id: string }>(
	all: readonly T[],
	name: (one: T) => string
): Record<string, string> =>
	Object.fromEntries(
		all.map((one) => [one.id, name(one)] as const).sort(([, a], [, b]) => french.compare(a, b))
	);
