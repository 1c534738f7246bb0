import type { Dossier } from '$lib/domain/dossier';
import { shownName } from '$lib/domain/participant';
import type { Plan } from '$lib/domain/plan';
import { whyHereSentences, type WhyHereInWords } from '$lib/solver/explain/sentences-teams';
import { whyHere } from '$lib/solver/teams/why-here';
import { fingerprintNow } from './formed-from';
import { teamNamesIn } from './names-in-words';
import { teamFormingOf } from './problem-of-rally';

export interface PlaceInWords extends WhyHereInWords {
	person: string;
	/** First and last name. */
	name: string;
	/** Letter of the team. */
	team: string;
}

export interface TeamsKnown {
	proven: boolean;
	given: boolean;
	/** The dossier has changed since in something that teams are formed from. */
	outdated: boolean;
}

/** How good the teams of a plan are known to be; null for a plan older than that question. */
export const teamsKnown = (dossier: Dossier, { forming }: Plan): TeamsKnown | null =>
	forming && {
		proven: forming.proven,
		given: forming.given,
		outdated: forming.fingerprint !== fingerprintNow(dossier)
	};

/**
 * Why somebody rides in their team of a plan, by the dossier as it is now. Null when they ride in none, or when a car
 * or somebody of a crew is not what it was: the teams must be formed again first.
 */
export function explainPlace(dossier: Dossier, plan: Plan, person: string): PlaceInWords | null {
	const participant = dossier.participants.find(({ id }) => id === person);
	const forming = {
		teams: plan.teams.map(({ memberIds, vehicleId, accompanistId, driverId }) => ({
			members: memberIds,
			vehicle: vehicleId,
			accompanist: accompanistId,
			driver: driverId
		})),
		wanted: plan.forming?.wanted ?? plan.teams.length
	};
	const why = participant && whyHere(teamFormingOf(dossier), forming, person);
	if (!why) return null;
	const known = teamsKnown(dossier, plan);
	const names = teamNamesIn(
		dossier,
		plan.teams.map(({ letter }) => letter)
	);
	return {
		person,
		name: shownName(participant),
		team: plan.teams[why.team]!.letter,
		...whyHereSentences(why, known !== null && known.proven && !known.given && !known.outdated, names)
	};
}
