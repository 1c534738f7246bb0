import type { Model } from './model';
import { begun } from './problem';
import { overRest } from './rests';
import type { Score } from './score';

/**
 * What no plan can avoid, by counting alone: points of charter that a team cannot earn with the companies open to it,
 * promises that nobody can keep, announced visits that are no longer offered. Holds whatever the routes.
 */
export function countedBounds(model: Model): Score {
	return [charter(model), promises(model), 0];
}

/** Whether the team could be received at that minute, as far as hours, rests and hosts say. */
export function open(model: Model, team: number, company: number, day: number, start: number): boolean {
	const hours = model.hours[team]![day];
	const end = start + model.companies[company]!.minutes;
	return (
		hours != null &&
		model.admits[team]![company]! &&
		start >= Math.max(hours[0], model.freeFrom[team]![day]!) &&
		end <= hours[1] &&
		!overRest(model.rests[team]![day]!, start, end) &&
		!begun(model.problem, day, start)
	);
}

const openOn = (model: Model, team: number, company: number, day: number): boolean =>
	model.starts[company]![day]!.some((start) => open(model, team, company, day, start));

function charter(model: Model): number {
	const { rules } = model.problem;
	const [least, most] = rules.visits;
	let missing = 0;
	model.teams.forEach((_, team) => {
		// What has begun counts whatever has changed since.
		const done = model.begun[team]!;
		const byDay = model.days.map(({ maxVisits }, day) => {
			const hosts = model.companies.filter((_, company) => openOn(model, team, company, day)).length;
			return Math.min(maxVisits, hosts) + done.filter((stop) => stop.day === day).length;
		});
		const hosts = model.companies.flatMap((_, company) =>
			done.some((stop) => stop.company === company) ||
			model.days.some((_, day) => openOn(model, team, company, day))
				? [company]
				: []
		);
		const visits = Math.min(Math.max(most, done.length), hosts.length, sum(byDay));
		const sectors = new Set(hosts.map((company) => model.sectorOf[company])).size;
		missing += Math.max(0, least - visits) + Math.max(0, rules.sectors - Math.min(sectors, visits));
		byDay.forEach((can, day) => {
			if (model.hours[team]![day]) missing += Math.max(0, rules.visitsPerDay - can);
		});
	});
	return missing;
}

function promises(model: Model): number {
	const { companies, teams, problem } = model;
	const done = (team: number, company: number) =>
		model.begun[team]!.filter((stop) => stop.company === company).length;
	const unseen = companies.map(({ visits, teamsAtOnce }, company) => {
		const able = teams.filter(
			(_, team) => done(team, company) > 0 || model.days.some((_, day) => openOn(model, team, company, day))
		).length;
		const starts = sum(model.starts[company]!.map((own) => own.length));
		return Math.max(0, visits[0] - Math.min(able, starts * teamsAtOnce));
	});
	const lost = (problem.published ?? []).filter((visit) => {
		const team = teams.findIndex(({ id }) => id === visit.team);
		const company = companies.findIndex(({ id }) => id === visit.company);
		if (team < 0 || company < 0) return true;
		const { day, start } = visit;
		const made = model.begun[team]!.some(
			(stop) => stop.company === company && stop.day === day && stop.start === start
		);
		return !made && !(model.starts[company]![day]!.includes(start) && open(model, team, company, day, start));
	});
	return sum(unseen) + lost.length;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
