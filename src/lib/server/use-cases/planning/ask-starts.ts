import { isAskable } from '$lib/domain/mobilisation/call-list';
import { warmth } from '$lib/domain/mobilisation/today';
import { searchInWords, worthInWords, type StartWorth } from '$lib/domain/mobilisation/worth';
import type { Dossier } from '$lib/domain/dossier';
import { clock } from '$lib/domain/french';
import { MEETING } from '$lib/domain/plan';
import type { Problem } from '$lib/solver/problem';
import { askInThread } from '$lib/solver/thread/client';
import type { Db } from '../../db/client';
import { planWorths } from '../../db/repositories/plan-worths';
import { readTravel } from '../travel/read-travel';
import type { Asked } from './ask-planner';
import { namesIn } from './names-in-words';
import { problemOfRally, visitedDays } from './problem-of-rally';

/** Longest time somebody waits for the answer, seconds. */
const STARTS_SECONDS = 8;
/** Companies that have not said yes, tried along with those that have. */
const PROSPECTS = 4;

/**
 * Starts worth asking companies for, the best first, with what each really gives: of those that receive already, and
 * of those nearest to a yes, and how far the search went. The answer is kept with the plan: the day's calls follow it.
 */
export async function askStarts(db: Db, asked: Asked): Promise<{ sentences: string[]; notes: string[] }> {
	const { dossier, plan, solved } = asked;
	const problem = await withProspects(db, asked);
	const answer = await askInThread({ kind: 'worth-asking', problem, plan: solved, seconds: STARTS_SECONDS });
	const { starts } = answer;
	const { rallyId, id: planId } = plan;
	const { organizationId } = dossier.rally;
	// Nothing found in the time given takes nothing away from what was found before.
	if (starts.length > 0 || !(await planWorths(db).find(rallyId, planId)))
		await planWorths(db).keep({ planId, rallyId, organizationId, starts, askedAt: new Date() });
	const names = namesIn(dossier);
	return {
		sentences: starts.map(
			({ company, day, start, ...worth }) =>
				`${names.company(company)}, ${names.day(day)} à ${clock(start)} : ${worthInWords(worth)}.`
		),
		notes: searchInWords({ ...answer, found: starts.length })
	};
}

export interface KnownWorth {
	/** Version of the plan it was asked about. */
	number: number;
	askedAt: Date;
	starts: StartWorth[];
}

/** What was answered of the rally's present plan; null when nothing was asked of it. */
export async function knownWorth(db: Db, dossier: Dossier): Promise<KnownWorth | null> {
	const { plan } = dossier;
	const kept = plan && (await planWorths(db).find(plan.rallyId, plan.id));
	if (!kept) return null;
	const days = visitedDays(dossier);
	return {
		number: plan.number,
		askedAt: kept.askedAt,
		starts: kept.starts.flatMap(({ company, day, ...worth }) =>
			days[day] ? [{ companyId: company, date: days[day].date, ...worth }] : []
		)
	};
}

/** What stands at each place of a problem: the meeting point, or a company. */
const placesIn = ({ travel, companies }: Problem): string[] =>
	travel.map((_, place) => companies.find((of) => of.place === place)?.id ?? MEETING);

/** The problem of the plan, and companies that offer it nothing yet: what one start there would bring. */
export async function withProspects(db: Db, { dossier, plan, problem }: Asked): Promise<Problem> {
	const known = new Set(problem.companies.map(({ id }) => id));
	const prospects = dossier.companies
		.filter((company) => isAskable(company) && company.position !== null && !known.has(company.id))
		.sort((a, b) => warmth(b.state) - warmth(a.state) || a.id.localeCompare(b.id))
		.slice(0, PROSPECTS);
	if (prospects.length === 0) return problem;
	const travel = await readTravel(db, dossier);
	const added = problemOfRally(dossier, plan.teams, travel, prospects).companies;
	const ids = [...placesIn(problem), ...prospects.map(({ id }) => id)];
	const minutes = (a: number, b: number) => {
		const [from, to] = [travel.ids.indexOf(ids[a]!), travel.ids.indexOf(ids[b]!)];
		return problem.travel[a]?.[b] ?? travel.minutes[from]![to]!;
	};
	return {
		...problem,
		travel: ids.map((_, a) => ids.map((__, b) => minutes(a, b))),
		companies: [
			...problem.companies,
			...added.map((company, i) => ({
				...company,
				place: problem.travel.length + i,
				// Nothing is promised to it, and nothing offered: the plan stays worth what it was.
				starts: [],
				visits: [0, company.visits[1]] as [number, number],
				hiring: false
			}))
		]
	};
}
