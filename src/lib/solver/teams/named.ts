import type { Costs, Team } from './costs';
import type { FormedTeam } from './problem';

/** Teams with the ids of their people, car and crew: locked ones at their place, the others by their first person. */
export function named({ cast, crews }: Costs, teams: readonly Team[]): FormedTeam[] {
	const leastFirst = (team: Team) => Math.min(...team.members);
	const waiting = [...teams].sort((a, b) => leastFirst(a) - leastFirst(b));
	const places: (Team | null)[] = waiting.map(() => null);
	for (const team of [...waiting]) {
		const lock = lockOf(cast.lockOf, team) ?? crews.crews[team.crew]!.lock;
		const place = cast.locks[lock]?.team ?? -1;
		if (place < 0 || place >= places.length || places[place]) continue;
		places[place] = team;
		waiting.splice(waiting.indexOf(team), 1);
	}
	const ordered = places.map((team) => team ?? waiting.shift()!);

	const left = {
		vehicles: crews.vehicles.map(({ ones }) => [...ones]),
		accompanists: crews.accompanists.map(({ ones }) => [...ones])
	};
	return ordered.map(({ members, crew }) => {
		const { vehicle, accompanist, driver } = crews.crews[crew]!;
		return {
			members: members.map((person) => cast.people[person]!.id).sort(),
			vehicle: vehicle < 0 ? null : cast.vehicles[left.vehicles[vehicle]!.shift()!]!.id,
			accompanist: accompanist < 0 ? null : cast.accompanists[left.accompanists[accompanist]!.shift()!]!.id,
			driver: driver < 0 ? null : cast.accompanists[left.accompanists[driver]!.shift()!]!.id
		};
	});
}

const lockOf = (locks: Int16Array, { members }: Team): number | null => {
	const held = Math.max(...members.map((person) => locks[person]!));
	return held < 0 ? null : held;
};
