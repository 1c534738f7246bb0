import { availableParallelism } from 'node:os';
import { crewChanges } from '$lib/domain/crew-changes';
import type { Dossier } from '$lib/domain/dossier';
import { plural } from '$lib/domain/french';
import type { Plan } from '$lib/domain/plan';
import type { Rally } from '$lib/domain/rally';
import { after } from '$lib/solver/events';
import type { Loss } from '$lib/solver/explain/fragility';
import { changeSentence } from '$lib/solver/explain/sentences-difference';
import { answerSentences } from '$lib/solver/explain/sentences-why-not';
import type { Plan as SolvedPlan, Visit } from '$lib/solver/plan';
import { readProblem, type Problem } from '$lib/solver/problem';
import { askInThread, formTeamsInThread } from '$lib/solver/thread/client';
import type { Db } from '../../db/client';
import { readDossier } from '../../db/repositories/dossiers';
import { plans } from '../../db/repositories/plans';
import { breaksKept, locksOf, visitsOf, withRests } from './announced';
import { capitalised, namesIn } from './names-in-words';
import { problemOfRally, teamFormingOf, visitedDays } from './problem-of-rally';
import { crewsOf } from './saved-plan';

/** Longest times somebody waits for an answer, seconds. */
const WHY_NOT_SECONDS = 5;
const LOSS_SECONDS = 1;

/** A plan with the problem it solves, as long as it is one of the rally's present days. */
export interface Asked {
	dossier: Dossier;
	plan: Plan;
	problem: Problem;
	solved: SolvedPlan;
}

/** The version asked about, or the one in force, or the latest; null when there is none to ask about. */
export async function planToAskAbout(db: Db, rally: Rally, version: number | null): Promise<Asked | null> {
	const dossier = await readDossier(
		db,
		rally,
		version === null ? undefined : await plans(db).numbered(rally.id, version)
	);
	const { plan } = dossier;
	const visits = plan && visitsOf(plan, dossier);
	const problem = plan && readProblem(await plans(db).problemOf(rally.id, plan.number));
	if (!plan || !visits || !problem?.ok || problem.value.days.length !== visitedDays(dossier).length)
		return null;
	const solved: SolvedPlan = {
		format: 'equipage-plan/1',
		status: plan.proof,
		levels: plan.levels,
		visits,
		findings: [],
		conflict: null,
		seconds: 0,
		firstPlanSeconds: null
	};
	return { dossier, plan, problem: problem.value, solved };
}

export interface WhyNotAnswer {
	sentences: string[];
	/** What would change in the plan that holds the visit. */
	changes: string[];
}

/** « Pourquoi l’équipe B ne va-t-elle pas chez X mardi à 10 h ? » A day by its index, minutes; both may be open. */
export async function askWhyNot(
	{ dossier, problem, solved }: Asked,
	wish: { team: string; company: string; day?: number; start?: number }
): Promise<WhyNotAnswer> {
	const names = namesIn(dossier);
	const answer = await askInThread({
		kind: 'why-not',
		problem,
		plan: solved,
		wish,
		seconds: WHY_NOT_SECONDS
	});
	const { verdict } = answer;
	return {
		sentences: answerSentences(answer, names).map(capitalised),
		changes:
			'changes' in verdict
				? verdict.changes.changes.map((change) => capitalised(changeSentence(change, names)))
				: []
	};
}

export interface LossRow {
	what: string;
	/** `holds`: nothing but visits change; `short`: the charter or a promise no longer holds. */
	outcome: 'holds' | 'short';
	sentence: string;
}

/** What the plan becomes without each company and each car, the worst loss first. */
export async function askLosses(asked: Asked): Promise<LossRow[]> {
	const { dossier, plan, problem, solved } = asked;
	const names = namesIn(dossier);
	const hosts = [...new Set(solved.visits.map(({ company }) => company))];
	// One after the other: each one is a thread of its own.
	const cars: Awaited<ReturnType<typeof withoutCarOf>>[] = [];
	for (const [index, { vehicleId }] of plan.teams.entries())
		cars.push(await withoutCarOf(asked, index, vehicleId));
	const losses = await lossesIn(solved.visits, [
		...hosts.map((company) => after(problem, { kind: 'company-gone', company })),
		...cars.flatMap((car) => (car ? [car.remains] : []))
	]);
	const rows = [
		...hosts.map((company, i) => ({ ...losses[i]!, what: names.company(company), moved: 0 })),
		...cars
			.filter((car) => car !== null)
			.map((car, i) => ({ ...losses[hosts.length + i]!, what: car.name, moved: car.moved }))
	];
	const weight = ({ charter, broken, changed }: Loss) => charter * 1e6 + broken * 1e3 + changed;
	return rows
		.sort((a, b) => weight(b) - weight(a))
		.map((row) => ({
			what: row.what,
			outcome: row.charter + row.broken > 0 ? 'short' : 'holds',
			sentence: lossSentence(row)
		}));
}

/** One thread per core: what remains is shared between two when there are two. */
async function lossesIn(announced: Visit[], remains: Problem[]): Promise<Loss[]> {
	const half = availableParallelism() > 1 ? Math.ceil(remains.length / 2) : remains.length;
	const parts = [remains.slice(0, half), remains.slice(half)].filter((part) => part.length > 0);
	const found = await Promise.all(
		parts.map((part) => askInThread({ kind: 'losses', announced, remains: part, seconds: LOSS_SECONDS }))
	);
	return found.flat();
}

function lossSentence({ charter, broken, changed, proven, moved }: Loss & { moved: number }): string {
	const short = [
		...(charter > 0 ? [`${plural(charter, 'manque')} au regard de la charte`] : []),
		...(broken > 0 ? [plural(broken, 'promesse non tenue', 'promesses non tenues')] : [])
	];
	// What is not proven could change less.
	const most = proven ? '' : ' au plus';
	const changes = [
		`${plural(changed, 'visite change', 'visites changent')}${most}`,
		...(moved > 0 ? [plural(moved, 'personne change d’équipe', 'personnes changent d’équipe')] : [])
	].join(' et ');
	const found = short.length > 0 ? `${short.join(', ')} ; ${changes}` : `la charte tient ; ${changes}`;
	return `${capitalised(found)}.`;
}

/** The problem that remains when a team’s car breaks down: everybody rides in the others, or in a spare one. */
async function withoutCarOf({ dossier, plan }: Asked, index: number, vehicleId: string | null) {
	const vehicle = dossier.vehicles.find(({ id }) => id === vehicleId);
	if (!vehicle) return null;
	const rest = { ...dossier, vehicles: dossier.vehicles.filter(({ id }) => id !== vehicleId) };
	const before = new Date(0);
	const kept = locksOf(plan, rest, before).filter(({ team }) => team !== index);
	const forming = await formTeamsInThread(teamFormingOf(rest, kept), { seed: 1 });
	const crews = crewsOf(forming);
	const moved = crewChanges(plan.teams, crews).filter(({ kind }) => kind === 'moves').length;
	const breaks = breaksKept(plan, rest, crews).filter(({ team }) => team !== crews[index]?.letter);
	const rested = withRests(crews, breaks, rest);
	return { name: vehicle.name, moved, remains: problemOfRally(rest, rested, plan.travel) };
}
