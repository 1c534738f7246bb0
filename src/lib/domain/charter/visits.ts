import { visitingHours, type ProgrammeDay } from '../calendar';
import type { Company, Slot } from '../company';
import type { Dossier } from '../dossier';
import type { PlannedTeam } from '../plan';
import { confirmed } from './companies';
import type { Figure, Finding } from './facts';
import { within, type CharterNumbers } from './numbers';
import { halfDayOf, heldVisits, membersOf, plannedTeams, spread } from './road';
import { assessed, notAssessable, type Assessment, type CharterRule } from './rule';
import { teamsToProvide } from './team-count';

export const visitCount: CharterRule = {
	id: 'R09',
	title: 'Nombre d’entreprises visitées',
	// Ansa 2019, l. 104; grid l. 350.
	says: 'Lors d’un même Rallye, chaque participant devra avoir visité 6 à 8 entreprises de secteurs d’activités différents.',
	source: 'charter',
	severity: 'blocking',
	assess(dossier, numbers) {
		const asked = numbers.visitsPerParticipant;
		const teams = plannedTeams(dossier);
		if (!teams) return inSight(dossier, numbers);
		const counts = teams.map((team) => ({ team, actual: hosts(heldVisits(team, dossier)).size }));
		const findings = counts.flatMap(({ team, actual }): Finding[] => [
			...(within(actual, asked)
				? membersBelow(team, dossier, asked.min)
				: [{ kind: 'team-visits' as const, team: team.letter, actual, ...asked }]),
			...lost(team, dossier)
		]);
		const figures: Figure[] = [
			{ of: 'visits-per-team', actual: spread(counts.map(({ actual }) => actual)), asked }
		];
		// What happened stands beside what is planned, and changes nothing of the verdict on the plan.
		const done = dossier.visitsDone ?? [];
		if (done.length > 0) figures.push({ of: 'visits-done', actual: spread(done), asked });
		return assessed({ figures, findings });
	}
};

const hosts = (visits: readonly { companyId: string }[]): Set<string> =>
	new Set(visits.map(({ companyId }) => companyId));

/** A8: the plan is judged by team, yet an absence already known brings a person below the count. */
const membersBelow = (team: PlannedTeam, dossier: Dossier, min: number): Finding[] =>
	membersOf(team, dossier).flatMap(({ id, absences }): Finding[] => {
		const held = heldVisits(team, dossier).filter((visit) => !absences.includes(halfDayOf(visit, dossier)));
		const actual = hosts(held).size;
		return actual < min
			? [{ kind: 'participant-visits', participantId: id, team: team.letter, actual, min }]
			: [];
	});

/** Visits to a company that has withdrawn since, or is not confirmed yet: they do not count. */
function lost(team: PlannedTeam, dossier: Dossier): Finding[] {
	const held = hosts(heldVisits(team, dossier));
	return [...hosts(team.visits)]
		.filter((companyId) => !held.has(companyId))
		.map((companyId) => ({ kind: 'visit-unconfirmed', team: team.letter, companyId }));
}

/** Before a plan: do the companies offer as many passages as the fewest possible teams must make? */
function inSight(dossier: Dossier, numbers: CharterNumbers): Assessment {
	const companies = confirmed(dossier);
	if (companies.length === 0) return notAssessable({ missing: [{ kind: 'plan' }] });
	const teams = teamsToProvide(dossier, numbers);
	const needed = teams * numbers.visitsPerParticipant.min;
	const offered = companies.reduce((sum, company) => sum + Math.min(teams, passages(company, dossier)), 0);
	const figures: Figure[] = [{ of: 'passages', actual: offered, asked: { min: needed } }];
	return offered < needed
		? assessed({ figures, missing: [{ kind: 'passages', offered, needed, teams }] })
		: notAssessable({ figures, missing: [{ kind: 'plan' }] });
}

/** At most so many teams can visit a company in its slots; roads are the planner's business. */
function passages(company: Company, { rally }: Dossier): number {
	const length = Math.max(1, company.visitMinutes ?? rally.settings.visitMinutes);
	const rest = Math.max(0, company.turnaroundMinutes);
	const inSlots = company.slots.reduce((sum, slot) => {
		const open = openMinutes(slot, rally.programme);
		return sum + Math.max(0, Math.floor((open + rest) / (length + rest))) * company.teamsAtOnce;
	}, 0);
	return Math.min(company.visitsMax, inSlots);
}

/** What is left of a slot within the hours given to visits. */
function openMinutes({ date, from, to }: Slot, programme: readonly ProgrammeDay[]): number {
	const day = programme.find((one) => one.date === date);
	const hours = day ? visitingHours(day) : null;
	return hours ? Math.max(0, Math.min(to, hours.end) - Math.max(from, hours.start)) : 0;
}
