import type { Dossier } from '$lib/domain/dossier';
import { capitalised, plural } from '$lib/domain/french';
import type { ProposedTeam, TeamProposals } from '$lib/domain/team-proposal';
import { shiftWords } from '$lib/solver/explain/sentences-teams';
import type { FormedTeam, TeamForming } from '$lib/solver/teams/form-teams';
import { verifyTeams } from '$lib/solver/teams/verify-teams';
import { proposeInThread } from '$lib/solver/thread/client';
import { fingerprintOf } from './formed-from';
import { teamFormingOf } from './problem-of-rally';

interface Told {
	seed: number;
	signal: AbortSignal;
	/** What is being done, in French. */
	onPhase: (phase: string) => void;
}

/** The best teams and others really different, each accepted by the checker written apart. */
export async function computeProposals(
	dossier: Dossier,
	{ seed, signal, onPhase }: Told
): Promise<TeamProposals> {
	const problem = teamFormingOf(dossier);
	const { best, others } = await proposeInThread(problem, {
		seed,
		signal,
		onFound: (found) =>
			onPhase(`On cherche d’autres équipes : ${plural(found, 'proposition')} pour l’instant.`)
	});
	for (const forming of [best, ...others.map((other) => other.forming)]) {
		const violations = verifyTeams(problem, forming);
		if (violations.length > 0)
			throw new Error(`the checker refuses the teams: ${JSON.stringify(violations.slice(0, 5))}`);
	}
	const first = best.teams;
	return {
		fingerprint: fingerprintOf(problem),
		list: [
			{ teams: first.map(proposed), proven: proven(best), parted: null, says: [] },
			...others.map(({ forming, parted, pairs, shifts }) => ({
				teams: inOrderOf(forming.teams, first).map(proposed),
				proven: proven(forming),
				parted: { pairs: parted, of: pairs },
				says: shifts.map((shift) => `${capitalised(shiftWords(shift))}.`)
			}))
		]
	};
}

const proven = ({ status }: TeamForming): boolean => status === 'optimal';

const proposed = ({ members, vehicle, accompanist, driver }: FormedTeam): ProposedTeam => ({
	memberIds: members,
	vehicleId: vehicle,
	accompanistId: accompanist,
	driverId: driver
});

/** Each team at the place of the one it shares most people with, so that the two can be read side by side. */
export function inOrderOf(teams: readonly FormedTeam[], first: readonly FormedTeam[]): FormedTeam[] {
	const left = [...teams];
	const shared = (one: FormedTeam, other: FormedTeam) =>
		one.members.filter((id) => other.members.includes(id)).length;
	const pairs = first
		.flatMap((of, place) => teams.map((team) => ({ place, team, shared: shared(of, team) })))
		.sort((a, b) => b.shared - a.shared);
	const places: (FormedTeam | null)[] = teams.map(() => null);
	for (const { place, team } of pairs) {
		if (place >= places.length || places[place] || !left.includes(team)) continue;
		places[place] = team;
		left.splice(left.indexOf(team), 1);
	}
	return places.map((team) => team ?? left.shift()!);
}
