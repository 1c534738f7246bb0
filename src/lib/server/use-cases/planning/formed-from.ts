import { createHash } from 'node:crypto';
import type { Dossier } from '$lib/domain/dossier';
import type { ProposedTeam } from '$lib/domain/team-proposal';
import type { Lock, TeamFormingProblem } from '$lib/solver/teams/form-teams';
import { teamFormingOf } from './problem-of-rally';

/** A short text that changes with anything that teams are formed from, and with nothing else: order has no part in it. */
export function fingerprintOf(problem: TeamFormingProblem): string {
	const sorted = <T>(list: readonly T[]) => list.map((one) => JSON.stringify(one)).sort();
	const { participants, vehicles, accompanists, hosts, ...rest } = problem;
	const people = participants.map((one) => ({
		...one,
		needs: [...one.needs].sort(),
		together: [...one.together].sort(),
		apart: [...one.apart].sort()
	}));
	const doors = hosts.map((host) => ({ ...host, refuses: [...host.refuses].sort() }));
	const all = [sorted(people), sorted(vehicles), sorted(accompanists), sorted(doors), { ...rest, locks: [] }];
	return createHash('sha256').update(JSON.stringify(all)).digest('base64url').slice(0, 22);
}

export const fingerprintNow = (dossier: Dossier): string => fingerprintOf(teamFormingOf(dossier));

/** Teams that were chosen, as they are to be kept: whoever still comes and what is still there; newcomers may join. */
export function locksOfChosen(
	chosen: readonly ProposedTeam[],
	{ participants, vehicles, accompanists }: Dossier
): Lock[] {
	const coming = new Set(participants.flatMap(({ id, state }) => (state === 'confirmed' ? [id] : [])));
	const still = (list: readonly { id: string }[], id: string | null) =>
		list.some((one) => one.id === id) ? id : null;
	return chosen.map(({ memberIds, vehicleId, accompanistId, driverId }, team) => ({
		team,
		people: memberIds.filter((id) => coming.has(id)),
		vehicle: still(vehicles, vehicleId),
		accompanist: still(accompanists, accompanistId),
		driver: still(accompanists, driverId),
		closed: false
	}));
}
