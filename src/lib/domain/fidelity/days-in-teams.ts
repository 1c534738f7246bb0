import type { HalfDay } from '../calendar';
import { enrolled } from '../charter/enrolled';
import { halfDaysOnRoad } from '../charter/road';
import { presenceOf } from '../day/presence-log';
import type { PlannedTeam } from '../plan';
import type { GridGround } from './ground';

/** One team on one half-day on the road. */
export interface TeamHalf {
	team: PlannedTeam;
	half: HalfDay;
	/** Participants there: as said, else as planned with the absences announced. */
	people: number;
	/** With the accompanist, and whoever else is at the wheel. */
	aboard: number;
}

export function teamHalves({ dossier, said }: GridGround): TeamHalf[] {
	const teams = dossier.plan?.teams ?? [];
	const present = enrolled(dossier);
	return teams.flatMap((team) =>
		halfDaysOnRoad(team, dossier).map((half) => {
			const spoken = (id: string) => (said ? presenceOf(said.presence, id, half) : null);
			// Somebody said to be in another team's car is counted there.
			const asSaid = [...(said?.presence.values() ?? [])].filter((one) => {
				if (one.half !== half || (one.state !== 'present' && one.state !== 'left')) return false;
				return one.team ? one.team === team.letter : team.memberIds.includes(one.person);
			}).length;
			const asPlanned = present.filter(
				({ id, absences }) => team.memberIds.includes(id) && !spoken(id) && !absences.includes(half)
			).length;
			const people = asSaid + asPlanned;
			const accompanist = dossier.accompanists.find(({ id }) => id === team.accompanistId);
			const otherDriver = team.driverId !== null && team.driverId !== team.accompanistId;
			return { team, half, people, aboard: people + (otherDriver || accompanist?.drives === false ? 2 : 1) };
		})
	);
}

/** People said to have been there on a half-day at least; null while nobody was. */
export function comers({ said }: GridGround): Set<string> | null {
	if (!said || said.presence.size === 0) return null;
	return new Set(
		[...said.presence.values()]
			.filter(({ state }) => state === 'present' || state === 'left')
			.map(({ person }) => person)
	);
}
