import type { Costs, Team } from './costs';
import type { FormedTeam } from './problem';

/**
 * Teams given by ids, put in the numbers of a cast: the reverse of `named`. People who are not in the cast are left out;
 * a car or somebody of the crew who is not counts as none. Null when no crew is made of these, or a team is left empty.
 */
export function castTeams({ cast, crews }: Costs, teams: readonly FormedTeam[]): Team[] | null {
	const place = (list: readonly { id: string }[]) => new Map(list.map(({ id }, at) => [id, at]));
	const people = place(cast.people);
	const vehicles = place(cast.vehicles);
	const accompanists = place(cast.accompanists);
	const kindOf = (kinds: readonly { ones: number[] }[], at: number | undefined): number =>
		at === undefined ? -1 : kinds.findIndex(({ ones }) => ones.includes(at));
	const found: Team[] = [];
	for (const { members, vehicle, accompanist, driver } of teams) {
		const mine = {
			vehicle: kindOf(crews.vehicles, vehicle === null ? undefined : vehicles.get(vehicle)),
			accompanist: kindOf(
				crews.accompanists,
				accompanist === null ? undefined : accompanists.get(accompanist)
			),
			driver: kindOf(crews.accompanists, driver === null ? undefined : accompanists.get(driver))
		};
		const crew = crews.crews.findIndex(
			(one) =>
				one.vehicle === mine.vehicle && one.accompanist === mine.accompanist && one.driver === mine.driver
		);
		const riders = members.flatMap((id) => people.get(id) ?? []).sort((a, b) => a - b);
		if (crew < 0 || riders.length === 0) return null;
		found.push({ members: riders, crew });
	}
	return found;
}
