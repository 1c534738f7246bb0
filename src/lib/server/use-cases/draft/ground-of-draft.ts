import { cellsOf, type Cells } from '$lib/domain/draft/cells';
import type { Dossier } from '$lib/domain/dossier';
import { USUAL_SPREAD } from '$lib/domain/scenario/what-if';
import type { PlanTravel } from '$lib/domain/plan';
import type { HandGround } from '$lib/solver/hand/ground';
import { groundOf, plannable, teamFormingOf } from '../planning/problem-of-rally';

/** What a draft is judged on: companies that can be visited, and those it visits although they no longer can. */
export function groundOfDraft(
	dossier: Dossier,
	cells: Cells,
	travel: PlanTravel,
	spread = USUAL_SPREAD
): HandGround {
	const visited = new Set(cellsOf(cells, 'visit').map(([, { companyId }]) => companyId));
	const open = new Set(plannable(dossier).map(({ id }) => id));
	const companies = dossier.companies.filter(
		({ id, position }) => position !== null && (open.has(id) || visited.has(id))
	);
	const ground = groundOf(dossier, travel, companies);
	return {
		...ground,
		problem: {
			...ground.problem,
			rules: { ...ground.problem.rules, spread },
			// Gone since: on the map still, and open to nobody.
			companies: ground.problem.companies.map((company) =>
				open.has(company.id) ? company : { ...company, starts: [], visits: [0, company.visits[1]] }
			)
		},
		riders: teamFormingOf(dossier)
	};
}
