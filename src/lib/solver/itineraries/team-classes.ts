import { open } from '../counted-bounds';
import type { Model } from '../model';
import { crowds } from './coupling';
import { gradedRoutes } from './graded-routes';
import type { RoutePool } from './route-pool';
import type { Slots } from './slots';

/**
 * Teams that no rule tells apart: same hours, same rests, same hosts, same size where a host counts people, nothing pinned or
 * announced for one of them alone. A plan of the class is a plan for any of them.
 */
export interface TeamClass {
	/** Indices of the teams. */
	teams: number[];
	size: number;
	/** `admits[company]`. */
	admits: readonly boolean[];
	/** Whether the teams are there on each day. */
	present: boolean[];
	/** Routes of each day. */
	pools: RoutePool[];
	/** Visits announced to the team, as slots; those at a start no longer offered are missing. */
	announced: number[];
	/** How many visits were announced in all. */
	promised: number;
	/** Visits already begun, as slots. */
	begun: number[];
}

export interface ClassOptions {
	/** Routes of a day kept at the most. */
	most: number;
	stop?: (() => boolean) | undefined;
	/** Announced visits that a team may lose besides those that it cannot keep; all of them by default. */
	lose?: number | undefined;
	/** Starts that no route takes, and those that stay however few are looked at. */
	without?: ReadonlySet<number> | undefined;
	hold?: ReadonlySet<number> | undefined;
}

export function teamClasses(
	model: Model,
	slots: Slots,
	{ most, stop, lose = Infinity, without, hold }: ClassOptions
): TeamClass[] {
	const { pins, published } = model.problem;
	const crowded = model.companies.some(
		({ teamsAtOnce }, company) => teamsAtOnce > 1 && crowds(model, company)
	);
	const pools = new Map<string, RoutePool>();
	const begunOn = (team: number, on: number): number[] =>
		model.begun[team]!.flatMap(({ company, day, start }) =>
			day === on ? slots.of[company]![day]!.filter((slot) => slots.start[slot] === start) : []
		);
	/** Announced visits that the team can still make. */
	const keptOn = (team: number, on: number): number[] =>
		(lose === Infinity ? [] : (published ?? [])).flatMap(({ team: id, company, day, start }) => {
			const at = model.companies.findIndex((of) => of.id === company);
			return id === model.teams[team]!.id && day === on && at >= 0 && open(model, team, at, day, start)
				? slots.of[at]![day]!.filter((slot) => slots.start[slot] === start)
				: [];
		});
	const keyAt = (team: number, day: number) =>
		JSON.stringify([
			day,
			model.hours[team]![day],
			model.freeFrom[team]![day],
			model.rests[team]![day],
			begunOn(team, day),
			keptOn(team, day)
		]);
	const poolOf = (team: number, day: number): RoutePool => {
		const hours = model.hours[team]![day]!;
		const begun = begunOn(team, day);
		const key = keyAt(team, day);
		const known = pools.get(key);
		if (known) return known;
		const alike = model.teams.flatMap((_, other) => (keyAt(other, day) === key ? [other] : []));
		const kept = keptOn(team, day);
		const pool = gradedRoutes(model, slots, day, hours, {
			...(kept.length > lose && { keep: { slots: kept, butFor: lose } }),
			leaveOut: (company) => !alike.some((other) => model.admits[other]![company]),
			begun,
			freeFrom: model.freeFrom[team]![day]!,
			rests: model.rests[team]![day]!,
			...(stop && { stop }),
			...(without && { without }),
			...(hold && { hold }),
			most
		});
		pools.set(key, pool);
		return pool;
	};

	const classes = new Map<string, TeamClass>();
	model.teams.forEach(({ id, size }, team) => {
		const named = pins.some((pin) => pin.team === id);
		const own = (published ?? []).filter((visit) => visit.team === id);
		const key = JSON.stringify([
			model.hours[team],
			model.freeFrom[team],
			model.rests[team],
			model.admits[team],
			model.begun[team],
			crowded ? size : 0,
			named || own.length > 0 ? team : -1
		]);
		const known = classes.get(key);
		if (known) {
			known.teams.push(team);
			return;
		}
		classes.set(key, {
			teams: [team],
			size,
			admits: model.admits[team]!,
			present: model.days.map((_, day) => model.hours[team]![day] !== null),
			pools: model.days.map((_, day) => poolOf(team, day)),
			announced: own.flatMap(({ company, day, start }) => {
				const at = model.companies.findIndex((of) => of.id === company);
				const slot = at < 0 ? undefined : slots.of[at]![day]!.find((of) => slots.start[of] === start);
				return slot === undefined ? [] : [slot];
			}),
			promised: own.length,
			begun: model.days.flatMap((_, day) => begunOn(team, day))
		});
	});
	return [...classes.values()];
}
