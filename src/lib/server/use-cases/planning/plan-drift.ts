import type { Dossier } from '$lib/domain/dossier';
import { MEETING, type Plan, type PlanTravel } from '$lib/domain/plan';
import { blockingFaults } from '$lib/domain/paperwork';
import { same } from '$lib/domain/records';
import { readProblem, type Company, type Problem } from '$lib/solver/problem';
import { verify, type Violation } from '$lib/solver/verify';
import { plannable, problemOfRally, visitedDays } from './problem-of-rally';

/** What a company offers or asks for that is no longer as it was when the plan was made. */
export type ChangedPart = 'starts' | 'length' | 'capacity' | 'visits' | 'admission';

export type Drift =
	| { kind: 'programme' }
	| { kind: 'rules' }
	| { kind: 'roads' }
	| { kind: 'company'; company: string; parts: ChangedPart[] }
	| { kind: 'company-new'; company: string }
	| { kind: 'company-gone'; company: string }
	| { kind: 'team'; team: string }
	| { kind: 'papers'; team: string };

/** A visit of the plan that cannot be held as things now stand, and the first reason why. */
export interface BrokenVisit {
	team: string;
	company: string;
	date: string;
	start: number;
	reason: 'gone' | 'programme' | 'hours' | 'not-received' | 'too-many' | 'journey' | 'away';
}

export interface PlanDrift {
	drifts: Drift[];
	broken: BrokenVisit[];
}

/**
 * How far the rally has moved from the problem a plan was made for: what changed, and which visits no longer hold.
 * Null when nothing did. The teams are taken as the plan formed them, without those who withdrew since.
 */
export function driftOf(dossier: Dossier, plan: Plan, stored: unknown, travel: PlanTravel): PlanDrift | null {
	const then = readProblem(stored);
	// Without a place to start from there is no problem to compare with: the page says what is missing.
	if (!then.ok || !travel.ids.includes(MEETING)) return null;
	const enrolled = new Set(
		dossier.participants.filter(({ state }) => state === 'confirmed').map(({ id }) => id)
	);
	const teams = plan.teams.map((team) => ({
		...team,
		memberIds: team.memberIds.filter((id) => enrolled.has(id))
	}));
	const now = problemOfRally(dossier, teams, travel);
	const drifts = [...driftsBetween(then.value, now), ...withoutPapers(dossier, plan)];
	const broken = brokenVisits(dossier, plan, now);
	return drifts.length + broken.length === 0 ? null : { drifts, broken };
}

function driftsBetween(then: Problem, now: Problem): Drift[] {
	const drifts: Drift[] = [];
	if (!same(then.days, now.days)) drifts.push({ kind: 'programme' });
	if (!same([then.buffer, then.rules], [now.buffer, now.rules])) drifts.push({ kind: 'rules' });
	for (const company of now.companies) {
		const before = then.companies.find(({ id }) => id === company.id);
		const parts = before ? changedParts(before, company) : [];
		if (!before) drifts.push({ kind: 'company-new', company: company.id });
		else if (parts.length > 0) drifts.push({ kind: 'company', company: company.id, parts });
	}
	for (const { id } of then.companies)
		if (!now.companies.some((company) => company.id === id))
			drifts.push({ kind: 'company-gone', company: id });
	for (const team of now.teams) {
		const before = then.teams.find(({ id }) => id === team.id);
		if (before && !same([before.size, before.hours], [team.size, team.hours]))
			drifts.push({ kind: 'team', team: team.id });
	}
	if (roadsChanged(then, now)) drifts.push({ kind: 'roads' });
	return drifts;
}

/** Teams whose car or driver may no longer go, where the organizer chose to block. */
function withoutPapers(dossier: Dossier, plan: Plan): Drift[] {
	const out = new Set(blockingFaults(dossier).map(({ id }) => id));
	const atWheel = (team: Plan['teams'][number]) => team.driverId ?? team.accompanistId ?? '';
	return plan.teams
		.filter((team) => out.has(team.vehicleId ?? '') || out.has(atWheel(team)))
		.map(({ letter }) => ({ kind: 'papers', team: letter }));
}

function changedParts(before: Company, after: Company): ChangedPart[] {
	const parts: [ChangedPart, unknown, unknown][] = [
		['starts', [...before.starts].sort(byDay), [...after.starts].sort(byDay)],
		['length', [before.minutes, before.turnaround], [after.minutes, after.turnaround]],
		['capacity', [before.teamsAtOnce, before.people], [after.teamsAtOnce, after.people]],
		['visits', before.visits, after.visits],
		['admission', [...before.excludes].sort(), [...after.excludes].sort()]
	];
	return parts.filter(([, a, b]) => !same(a, b)).map(([part]) => part);
}

const byDay = (a: [number, number], b: [number, number]) => a[0] - b[0] || a[1] - b[1];

/** Between places that both problems know. */
function roadsChanged(then: Problem, now: Problem): boolean {
	const placeThen = new Map(then.companies.map(({ id, place }) => [id, place]));
	const pairs = [
		[0, 0],
		...now.companies.flatMap(({ id, place }) => {
			const old = placeThen.get(id);
			return old === undefined ? [] : [[old, place]];
		})
	] as [number, number][];
	return pairs.some(([a, x]) => pairs.some(([b, y]) => then.travel[a]?.[b] !== now.travel[x]?.[y]));
}

function brokenVisits(dossier: Dossier, plan: Plan, problem: Problem): BrokenVisit[] {
	const days = visitedDays(dossier).map(({ date }) => date);
	const known = new Set(plannable(dossier).map(({ id }) => id));
	const all = plan.teams.flatMap(({ letter, visits }) =>
		visits.map(({ companyId, date, start, end }) => ({
			team: letter,
			company: companyId,
			day: days.indexOf(date),
			date,
			start,
			end
		}))
	);
	const lost = all.flatMap(({ team, company, date, start, day }): BrokenVisit[] => {
		const reason = !known.has(company) ? 'gone' : day < 0 ? 'programme' : null;
		return reason ? [{ team, company, date, start, reason }] : [];
	});
	const held = all.filter(({ company, day }) => known.has(company) && day >= 0);
	// Levels are of no account here: only whether each visit can take place.
	const violations = verify(problem, {
		format: 'equipage-plan/1',
		status: 'unknown',
		levels: [],
		visits: held.map(({ date: _, ...visit }) => visit),
		findings: [],
		conflict: null,
		seconds: 0,
		firstPlanSeconds: null
	});
	const broken = held.flatMap(({ team, company, date, start, day }): BrokenVisit[] => {
		const reason = violations.map((wrong) => reasonFor(wrong, { team, company, day, start })).find(Boolean);
		return reason ? [{ team, company, date, start, reason }] : [];
	});
	return [...lost, ...broken].sort(
		(a, b) => a.date.localeCompare(b.date) || a.start - b.start || a.team.localeCompare(b.team)
	);
}

/** Whether what the checker found is about that visit, and what it comes to. */
function reasonFor(
	wrong: Violation,
	visit: { team: string; company: string; day: number; start: number }
): BrokenVisit['reason'] | null {
	const here = (of: { team?: string; company?: string; day?: number | null; start?: number }) =>
		(of.team === undefined || of.team === visit.team) &&
		(of.company === undefined || of.company === visit.company) &&
		(of.day === undefined || of.day === null || of.day === visit.day) &&
		(of.start === undefined || of.start === visit.start);
	switch (wrong.kind) {
		case 'hours':
			return here(wrong) ? 'hours' : null;
		case 'not-received':
			return here(wrong) ? (wrong.reason === 'excluded' ? 'not-received' : 'too-many') : null;
		case 'too-many-teams':
		case 'crowd':
		case 'company-max':
			return here(wrong) ? 'too-many' : null;
		case 'away':
			return here(wrong) ? 'away' : null;
		case 'too-early':
		case 'back-too-late':
		case 'no-lunch':
			return here({ team: wrong.team, day: wrong.day }) ? 'journey' : null;
		case 'too-short':
			return here({ team: wrong.team, day: wrong.day, company: wrong.to }) ? 'journey' : null;
		default:
			return null;
	}
}
