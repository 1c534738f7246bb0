import type { Rally } from '$lib/domain/rally';
import { accompanistName } from '$lib/domain/accompanist';
import { shownName } from '$lib/domain/participant';
import { teamColour, teamLetter } from '$lib/domain/team';
import type { TeamProposal } from '$lib/domain/team-proposal';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { planRuns, type PlanRun } from '../../db/repositories/plan-runs';
import { fingerprintNow } from './formed-from';
import { missingForPlanning, type NotReady } from './plan-rally';
import { withArchived } from './read-planning';

export interface ViewedProposal extends Pick<TeamProposal, 'proven' | 'parted' | 'says'> {
	teams: {
		letter: string;
		colour: string;
		/** `moved` is somebody whom the first proposal puts in another team of the list. */
		members: { id: string; name: string; moved: boolean }[];
		vehicle: string | null;
		accompanist: string | null;
		driver: string | null;
	}[];
}

export interface Proposals {
	/** The last computation asked for, of whatever kind: one at a time for a rally. */
	run: PlanRun | null;
	/** The run that found what is shown; null before any. */
	found: { run: string; at: Date; by: string } | null;
	proposals: ViewedProposal[];
	/** Whether people, cars, accompanists or hosts have changed since. */
	outdated: boolean;
	missing: NotReady[];
}

/** Ways to form the teams, side by side, with names for ids and nobody’s status. */
export async function readProposals(db: Db, rally: Rally): Promise<Proposals> {
	const dossier = await readDossier(db, rally);
	const known = await withArchived(db, dossier);
	const found = await planRuns(db).latestProposals(rally.id);
	const names = {
		person: new Map(known.participants.map((one) => [one.id, shownName(one)])),
		vehicle: new Map(known.vehicles.map(({ id, name }) => [id, name])),
		crew: new Map(known.accompanists.map((one) => [one.id, accompanistName(one)]))
	};
	const name = (of: keyof typeof names, id: string | null) =>
		id === null ? null : (names[of].get(id) ?? null);
	const list = found?.proposals.list ?? [];
	const firstPlace = new Map(
		list[0]?.teams.flatMap(({ memberIds }, at) => memberIds.map((id) => [id, at] as const))
	);
	return {
		run: await planRuns(db).latest(rally.id),
		found: found && { run: found.id, at: found.createdAt, by: found.createdBy },
		proposals: list.map(({ teams, proven, parted, says }) => ({
			proven,
			parted,
			says,
			teams: teams.map((team, at) => ({
				letter: teamLetter(at),
				colour: teamColour(teamLetter(at)),
				members: team.memberIds.map((id) => ({
					id,
					name: name('person', id) ?? 'Une personne partie depuis',
					moved: firstPlace.get(id) !== at
				})),
				vehicle: name('vehicle', team.vehicleId),
				accompanist: name('crew', team.accompanistId),
				driver: name('crew', team.driverId)
			}))
		})),
		outdated: found !== null && found.proposals.fingerprint !== fingerprintNow(dossier),
		missing: missingForPlanning(dossier)
	};
}
