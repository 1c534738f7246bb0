import type { IsoDate, Minutes } from '../calendar';
import { clock, dayAndMonth, listed, typeset } from '../french';
import type { Plan, PlannedTeam } from '../plan';
import type { Rally } from '../rally';
import { toldTeam, type ToldTeam } from './told';

interface When {
	date: IsoDate;
	from: Minutes;
}

/** What a version changes for one team. Ids, which the reader’s page names as it may. */
export type TeamChange =
	| { kind: 'visit-added'; company: string; after: When }
	| { kind: 'visit-removed'; company: string; before: When }
	| { kind: 'visit-moved'; company: string; before: When; after: When }
	| { kind: 'departure'; date: IsoDate; before: Minutes; after: Minutes }
	| { kind: 'joins' | 'leaves'; people: string[] }
	| { kind: 'vehicle' | 'accompanist' | 'driver'; after: string | null };

const teamOf = ({ teams }: Plan, letter: string): PlannedTeam | null =>
	teams.find((team) => team.letter === letter) ?? null;

/** From one plan to another, for the team of that letter; everything is new for a team that was not there. */
export function teamChanges(
	before: Plan,
	after: Plan,
	letter: string,
	rally: Pick<Rally, 'programme'>
): TeamChange[] {
	const [was, is] = [teamOf(before, letter), teamOf(after, letter)];
	const hours = hourChanges(was && toldTeam(before, was, rally), is && toldTeam(after, is, rally));
	const [old, present] = [new Set(was?.memberIds), new Set(is?.memberIds)];
	const joins = [...present].filter((id) => !old.has(id));
	const leaves = [...old].filter((id) => !present.has(id));
	const crew = (
		[
			['vehicle', was?.vehicleId, is?.vehicleId],
			['accompanist', was?.accompanistId, is?.accompanistId],
			['driver', was?.driverId, is?.driverId]
		] as const
	).flatMap(([kind, one, other]): TeamChange[] =>
		(one ?? null) === (other ?? null) ? [] : [{ kind, after: other ?? null }]
	);
	return [
		...hours,
		...(joins.length > 0 ? [{ kind: 'joins' as const, people: joins }] : []),
		...(leaves.length > 0 ? [{ kind: 'leaves' as const, people: leaves }] : []),
		...crew
	];
}

/** Visits and departures that are not what they were, in the order of the hours; either may be missing. */
export function hourChanges(before: ToldTeam | null, after: ToldTeam | null): TeamChange[] {
	/** By host, and by time where a plan made by hand goes there twice. */
	const visits = (team: ToldTeam | null) => {
		const found = new Map<string, When & { company: string; to: Minutes }>();
		for (const { date, visits: of } of team?.days ?? [])
			for (const { companyId: company, from, to } of of) {
				const again = found.has(company) ? ` ${[...found.values()].filter((one) => one.company === company).length}` : ''; // prettier-ignore
				found.set(company + again, { company, date, from, to });
			}
		return found;
	};
	const [was, is] = [visits(before), visits(after)];
	const changes: { at: When; change: TeamChange }[] = [];
	for (const [key, { company, date, from, to }] of is) {
		const old = was.get(key);
		const at = { date, from };
		if (!old) changes.push({ at, change: { kind: 'visit-added', company, after: at } });
		else if (old.date !== date || old.from !== from || old.to !== to)
			changes.push({
				at,
				change: { kind: 'visit-moved', company, before: { date: old.date, from: old.from }, after: at }
			});
	}
	for (const [key, { company, date, from }] of was)
		if (!is.has(key))
			changes.push({
				at: { date, from },
				change: { kind: 'visit-removed', company, before: { date, from } }
			});
	for (const { date, departure } of after?.days ?? []) {
		const old = before?.days.find((day) => day.date === date);
		if (old && old.departure !== departure)
			changes.push({
				at: { date, from: departure },
				change: { kind: 'departure', date, before: old.departure, after: departure }
			});
	}
	return changes
		.sort((a, b) => a.at.date.localeCompare(b.at.date) || a.at.from - b.at.from)
		.map(({ change }) => change);
}

export interface ChangeNames {
	company: (id: string) => string;
	person: (id: string) => string;
	vehicle: (id: string) => string;
	crew: (id: string) => string;
}

export const teamChangeSentence = (change: TeamChange, names: ChangeNames): string =>
	typeset(worded(change, names));

const at = ({ date, from }: When) => `${dayAndMonth(date)} à ${clock(from)}`;

function worded(change: TeamChange, names: ChangeNames): string {
	switch (change.kind) {
		case 'visit-added':
			return `Nouvelle visite : ${names.company(change.company)}, ${at(change.after)}.`;
		case 'visit-removed':
			return `Vous n’allez plus chez ${names.company(change.company)} (${at(change.before)}).`;
		case 'visit-moved':
			return `${names.company(change.company)} : ${at(change.after)}, au lieu de ${
				change.before.date === change.after.date ? clock(change.before.from) : at(change.before)
			}.`;
		case 'departure':
			return `${dayAndMonth(change.date)}, départ à ${clock(change.after)} au lieu de ${clock(change.before)}.`;
		case 'joins':
			return `${listed(change.people.map(names.person))} vous ${change.people.length > 1 ? 'rejoignent' : 'rejoint'}.`;
		case 'leaves':
			return `${listed(change.people.map(names.person))} ${change.people.length > 1 ? 'ne sont' : 'n’est'} plus dans l’équipe.`;
		case 'vehicle':
			return `Véhicule : ${change.after === null ? 'à préciser' : names.vehicle(change.after)}.`;
		case 'accompanist':
			return `Accompagnement : ${change.after === null ? 'à préciser' : names.crew(change.after)}.`;
		case 'driver':
			return change.after === null
				? 'La personne qui accompagne prend le volant.'
				: `Au volant : ${names.crew(change.after)}.`;
	}
}
