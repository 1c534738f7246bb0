import type { PlannedTeam } from './plan';

/** Who rides elsewhere from one plan to another, and in what: told by the letters of the teams. */
export type CrewChange =
	| { kind: 'joins'; person: string; team: string }
	| { kind: 'leaves'; person: string; team: string }
	| { kind: 'moves'; person: string; from: string; to: string }
	| { kind: 'vehicle' | 'accompanist' | 'driver'; team: string; before: string | null; after: string | null };

type Crew = Pick<PlannedTeam, 'letter' | 'memberIds' | 'vehicleId' | 'accompanistId' | 'driverId'>;

export function crewChanges(before: readonly Crew[], after: readonly Crew[]): CrewChange[] {
	const teamOf = (teams: readonly Crew[]) =>
		new Map(teams.flatMap(({ letter, memberIds }) => memberIds.map((id) => [id, letter] as const)));
	const [was, is] = [teamOf(before), teamOf(after)];
	const people = [...new Set([...was.keys(), ...is.keys()])].flatMap((person): CrewChange[] => {
		const [from, to] = [was.get(person), is.get(person)];
		if (from === to) return [];
		if (from === undefined) return [{ kind: 'joins', person, team: to! }];
		return to === undefined
			? [{ kind: 'leaves', person, team: from }]
			: [{ kind: 'moves', person, from, to }];
	});
	const crews = after.flatMap((team): CrewChange[] => {
		const old = before.find(({ letter }) => letter === team.letter);
		const parts = [
			['vehicle', old?.vehicleId ?? null, team.vehicleId],
			['accompanist', old?.accompanistId ?? null, team.accompanistId],
			['driver', old?.driverId ?? null, team.driverId]
		] as const;
		return parts.flatMap(([kind, one, other]) =>
			one === other ? [] : [{ kind, team: team.letter, before: one, after: other }]
		);
	});
	return [...people, ...crews];
}
