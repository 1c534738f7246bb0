import { typeset } from '../french';
import type { GridGround } from './ground';
import type { PrincipleKey } from './principles';
import {
	proposeAnsaReturn,
	proposeDiscovery,
	proposeFederationReturn,
	proposeImprovement,
	proposeNameLogo,
	proposeNetwork,
	proposeRemobilisation
} from './propose-afterwards';
import {
	proposeCompanyVisits,
	proposeParticipants,
	proposeSectors,
	proposeTeamSize,
	proposeVehicle
} from './propose-figures';
import { proposeClosing, proposeDays, proposeRestitution, proposeVisitTime } from './propose-format';
import { proposeJobSearch, proposeMix, proposeTerritory } from './propose-people';
import type { Proposal } from './proposal';

const byPrinciple: Record<PrincipleKey, (ground: GridGround) => Proposal> = {
	'mutual-discovery': proposeDiscovery,
	remobilisation: proposeRemobilisation,
	network: proposeNetwork,
	territory: proposeTerritory,
	days: proposeDays,
	'visit-time': proposeVisitTime,
	restitution: proposeRestitution,
	closing: proposeClosing,
	sectors: proposeSectors,
	participants: proposeParticipants,
	'team-size': proposeTeamSize,
	vehicle: proposeVehicle,
	'company-visits': proposeCompanyVisits,
	'job-search': proposeJobSearch,
	mix: proposeMix,
	'name-logo': proposeNameLogo,
	'federation-return': proposeFederationReturn,
	'ansa-return': proposeAnsaReturn,
	improvement: proposeImprovement
};

/** The level the data would give to a row, and why. It is a suggestion: a person answers beside it. */
export function proposalFor(principle: PrincipleKey, ground: GridGround): Proposal {
	const proposal = byPrinciple[principle](ground);
	return { ...proposal, says: proposal.says.map(typeset) };
}
