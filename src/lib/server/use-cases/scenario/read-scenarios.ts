import { judge as judgeCharter } from '$lib/domain/charter';
import { crewChanges } from '$lib/domain/crew-changes';
import { namesOf } from '$lib/domain/draft/names';
import { breaksOfCells, teamsOfCells } from '$lib/domain/draft/teams';
import type { Cells } from '$lib/domain/draft/cells';
import type { Dossier } from '$lib/domain/dossier';
import { teamDays } from '$lib/domain/itinerary';
import { covering, MEETING, type Plan, type PlanTravel } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { outcomeOf } from '$lib/domain/scenario/outcome';
import type { Compared } from '$lib/domain/scenario/scenario';
import { spreadSupposed, supposing } from '$lib/domain/scenario/what-if';
import { whatIfWords } from '$lib/domain/scenario/words';
import { difference } from '$lib/solver/explain/difference';
import { handPlanOf } from '$lib/solver/hand/hand-plan';
import { judge } from '$lib/solver/hand/judge';
import { troublesOf } from '$lib/solver/hand/troubles';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { drafts, type Draft } from '../../db/repositories/drafts';
import { cellsOfPlan } from '../draft/cells-of-plan';
import { groundOfDraft } from '../draft/ground-of-draft';
import { namesIn, teamNamesIn } from '../planning/names-in-words';
import { visitedDays } from '../planning/problem-of-rally';
import { withArchived, type Planning } from '../planning/read-planning';
import { readTravel } from '../travel/read-travel';

export interface Scenarios {
	/** The plan that scenarios are held against: the one in force, else the latest; null without any. */
	reference: Compared | null;
	scenarios: Compared[];
}

/** The scenarios kept, each as it would be, beside the plan as it is. */
export async function readScenarios(db: Db, rally: Rally): Promise<Scenarios> {
	const dossier = await readDossier(db, rally);
	const { plan } = dossier;
	const kept = await drafts(db, rally.id).scenarios();
	if (!plan) return { reference: null, scenarios: [] };
	const travel = await readTravel(db, dossier);
	const known = await withArchived(db, dossier);
	const about = { dossier, plan, travel, known };
	const scenarios: Compared[] = [];
	for (const draft of kept)
		scenarios.push(compared(about, draft, await drafts(db, rally.id).cells(draft.id)));
	const itself = {
		id: null,
		name: `Version ${plan.number}${plan.published ? ' (publiée)' : ''}`,
		version: 0,
		supposes: [],
		found: { proof: plan.proof, conflict: plan.conflict },
		byHand: plan.byHand,
		createdBy: plan.createdBy,
		createdAt: plan.createdAt
	};
	return { reference: compared(about, itself, cellsOfPlan(plan)), scenarios };
}

interface About {
	dossier: Dossier;
	plan: Plan;
	travel: PlanTravel;
	known: Planning['known'];
}

type Told = Pick<Draft, 'name' | 'version' | 'supposes' | 'found' | 'createdBy' | 'createdAt'> & {
	id: string | null;
	/** Of a plan: whether it was changed by hand. */
	byHand?: boolean;
};

function compared({ dossier: real, plan, travel, known }: About, told: Told, cells: Cells): Compared {
	const dossier = supposing(real, told.supposes);
	const dates = visitedDays(dossier).map(({ date }) => date);
	const hand = handPlanOf(cells, dates);
	const judgement = judge(groundOfDraft(dossier, cells, travel, spreadSupposed(told.supposes)), hand);
	const letters = hand.crews.map(({ letter }) => letter);
	const { person, halfDay } = teamNamesIn(dossier, letters);
	const troubles = troublesOf(judgement, hand, { ...namesIn(dossier), person, halfDay });
	const said = (weight: string) => troubles.filter((one) => one.weight === weight).map(({ says }) => says);
	const [broken, short] = [said('broken'), said('short')];
	const teams = teamsOfCells(cells).map((team) => ({ ...team, id: team.letter }));
	const roads = covering(travel, [MEETING, ...hand.visits.map((visit) => visit.company)]);
	const asPlan: Plan = { ...plan, teams, breaks: breaksOfCells(cells), travel: roads, violations: broken };
	const days = teams.flatMap((team) => teamDays(asPlan, team, dossier.rally.programme));
	const before = handPlanOf(cellsOfPlan(plan), dates);
	const { warned } = difference(before.visits.map(bare), hand.visits.map(bare));
	const crews = crewChanges(plan.teams, teams);
	const names = namesOf(known);
	const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
	return {
		id: told.id,
		name: told.name ?? '',
		version: told.version,
		supposes: told.supposes.map((one) => whatIfWords(one, names)),
		outcome: outcomeOf({
			proof: told.found?.proof ?? 'unknown',
			holds: broken.length + judgement.levels.charter + judgement.levels.promises === 0,
			byHand: told.found === null || told.version > 0 || told.byHand === true
		}),
		conflict: told.found?.conflict ?? [],
		verdict: judgeCharter({ ...dossier, plan: asPlan }).verdict,
		broken,
		short,
		visits: hand.visits.length,
		waiting: sum(days.map(({ waiting }) => waiting)),
		driving: sum(days.map(({ driving }) => driving)),
		longestDay: Math.max(0, ...days.map(({ departure, back }) => back - departure)),
		affected: {
			teams: [...new Set([...warned.teams, ...crews.flatMap((one) => ('team' in one ? [one.team] : [one.from, one.to]))])].sort(), // prettier-ignore
			companies: warned.companies.map(names.company).sort(),
			people: crews.filter((one) => 'person' in one).length
		},
		createdBy: told.createdBy,
		createdAt: told.createdAt
	};
}

const bare = ({ team, company, day, start, end }: ReturnType<typeof handPlanOf>['visits'][number]) => ({
	team,
	company,
	day,
	start,
	end
});
