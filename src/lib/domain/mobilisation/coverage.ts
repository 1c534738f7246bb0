import {
	noonOf,
	visitingHalfDays,
	visitingHours,
	type HalfDay,
	type ProgrammeDay,
	type TypedHalfDay
} from '../calendar';
import { charterNumbers } from '../charter';
import { confirmed } from '../charter/companies';
import { expectedPeople, teamsToProvide } from '../charter/team-count';
import type { Company, Slot } from '../company';
import type { Dossier } from '../dossier';
import type { RallySettings } from '../rally';
import { countedSector } from '../sector';

/** What a rally owes its participants, before any plan: teams, their size, and the starts they must find. */
export interface Need {
	teams: number;
	/** People of the largest team. */
	teamSize: number;
	/** Starts owed in all: the charter's least visits for each team. */
	starts: number;
	sectors: number;
}

/** What a company can receive: starts on each visiting half-day, and over the rally. */
export interface Capacity {
	company: string;
	sector: string;
	perHalfDay: number[];
	/** A team visits it once, and it receives no more than it said. */
	most: number;
}

export interface HalfDayCoverage extends TypedHalfDay {
	wanted: number;
	/** Starts found for it, a company being used once for each team. */
	found: number;
	missing: number;
	/** Participants without a visit then. */
	places: number;
}

export interface Coverage {
	need: Need;
	halfDays: HalfDayCoverage[];
	/** Starts that confirmed companies offer, by sector and half-day in the order of `halfDays`. */
	sectors: { sector: string; companies: number; starts: number[] }[];
	missingStarts: number;
	/** Sectors still to be found before a team can see as many as asked. */
	missingSectors: number;
	capacities: Capacity[];
}

/** The teams are those of the plan once there is one, else as many as are to be provided. */
export function needOf(dossier: Dossier): Need {
	const numbers = charterNumbers(dossier.rally);
	const planned = dossier.plan?.teams ?? [];
	const teams = planned.length || teamsToProvide(dossier, numbers);
	const largest = Math.max(0, ...planned.map(({ memberIds }) => memberIds.length));
	return {
		teams,
		teamSize: largest || (teams > 0 ? Math.ceil(expectedPeople(dossier, numbers) / teams) : 0),
		starts: teams * numbers.visitsPerParticipant.min,
		sectors: dossier.rally.settings.minSectors
	};
}

/** The owed starts dealt evenly between half-days; what does not divide goes where most are offered. */
export function dealt(
	{ starts }: Pick<Need, 'starts'>,
	capacities: readonly Capacity[],
	halfDays: number
): number[] {
	if (halfDays === 0) return [];
	const offered = Array.from({ length: halfDays }, (_, h) =>
		capacities.reduce((sum, { perHalfDay }) => sum + perHalfDay[h]!, 0)
	);
	const richest = offered.map((_, h) => h).sort((a, b) => offered[b]! - offered[a]! || a - b);
	const rest = new Set(richest.slice(0, starts % halfDays));
	return offered.map((_, h) => Math.floor(starts / halfDays) + (rest.has(h) ? 1 : 0));
}

/** What is missing by sector, half-day and place, counted on the slots of confirmed companies; roads are the planner's. */
export function coverageOf(dossier: Dossier): Coverage {
	const { rally } = dossier;
	const need = needOf(dossier);
	const typed = visitingHalfDays(rally.programme);
	const capacities = confirmed(dossier).map((company) => capacityOf(company, dossier, need.teams));
	const wanted = dealt(need, capacities, typed.length);
	const found = startsFound(capacities, wanted);
	const halfDays = typed.map((half, h): HalfDayCoverage => {
		const missing = wanted[h]! - found[h]!;
		return { ...half, wanted: wanted[h]!, found: found[h]!, missing, places: missing * need.teamSize };
	});
	const names = [...new Set(capacities.map(({ sector }) => sector))].sort();
	return {
		need,
		halfDays,
		sectors: names.map((sector) => {
			const own = capacities.filter((of) => of.sector === sector);
			const starts = typed.map((_, h) => own.reduce((sum, { perHalfDay }) => sum + perHalfDay[h]!, 0));
			return { sector, companies: own.length, starts };
		}),
		missingStarts: halfDays.reduce((sum, { missing }) => sum + missing, 0),
		missingSectors: need.teams > 0 ? Math.max(0, need.sectors - names.length) : 0,
		capacities
	};
}

export function capacityOf(company: Company, { rally }: Pick<Dossier, 'rally'>, teams: number): Capacity {
	const perHalfDay = visitingHalfDays(rally.programme).map((half) => {
		const hours = hoursOf(half, rally.programme);
		const starts = company.slots
			.filter(({ date }) => date === half.date)
			.reduce((sum, slot) => sum + passages(company, within(slot, hours), rally.settings), 0);
		return Math.min(starts, teams);
	});
	return {
		company: company.id,
		sector: countedSector(company, rally.settings.nomenclature),
		perHalfDay,
		most: Math.min(teams, company.visitsMax)
	};
}

/** The same, had it also given that half-day whole. */
export function withHalfDay(capacity: Capacity, h: number, starts: number): Capacity {
	const perHalfDay = capacity.perHalfDay.map((offered, i) => (i === h ? Math.max(offered, starts) : offered));
	return { ...capacity, perHalfDay };
}

/** Visits that fit one after the other in so many minutes, times the teams received at once. */
export function passages(
	{ visitMinutes, turnaroundMinutes, teamsAtOnce }: Company,
	minutes: number,
	settings: Pick<RallySettings, 'visitMinutes'>
): number {
	const length = Math.max(1, visitMinutes ?? settings.visitMinutes);
	const rest = Math.max(0, turnaroundMinutes);
	return Math.max(0, Math.floor((minutes + rest) / (length + rest))) * teamsAtOnce;
}

/** The hours of visits of a half-day, cut at noon. */
export function hoursOf(
	half: { date: string; part: string; key?: HalfDay },
	programme: readonly ProgrammeDay[]
) {
	const day = programme.find(({ date }) => date === half.date)!;
	const { start, end } = visitingHours(day)!;
	const noon = noonOf(day);
	return half.part === 'morning'
		? { from: start, to: Math.min(end, noon) }
		: { from: Math.max(start, noon), to: end };
}

const within = ({ from, to }: Slot, hours: { from: number; to: number }): number =>
	Math.max(0, Math.min(to, hours.to) - Math.max(from, hours.from));

/**
 * Most starts that can be found for each half-day, up to what it wants: companies are shared out between half-days so
 * that as few as possible are missing (a greatest flow, by augmenting paths; both sides are small).
 */
export function startsFound(capacities: readonly Capacity[], wanted: readonly number[]): number[] {
	const halfDays = wanted.length;
	const flow = capacities.map(() => Array<number>(halfDays).fill(0));
	const used = capacities.map(() => 0);
	const found = Array<number>(halfDays).fill(0);

	/** Finds one more start for a half-day, moving a company's start to it and mending what that takes away. */
	const reach = (h: number, tried: Set<number>): boolean => {
		tried.add(h);
		const open = capacities.findIndex(
			({ perHalfDay, most }, c) => flow[c]![h]! < perHalfDay[h]! && used[c]! < most
		);
		if (open >= 0) {
			flow[open]![h]!++;
			used[open]!++;
			return true;
		}
		for (const [c, { perHalfDay }] of capacities.entries()) {
			if (flow[c]![h]! >= perHalfDay[h]!) continue;
			for (let other = 0; other < halfDays; other++) {
				if (tried.has(other) || flow[c]![other]! === 0 || !reach(other, tried)) continue;
				flow[c]![other]!--;
				flow[c]![h]!++;
				return true;
			}
		}
		return false;
	};
	// One by one in turn, so that what is missing is shared between half-days rather than left to the last.
	for (let round = 0; round < Math.max(0, ...wanted); round++)
		for (let h = 0; h < halfDays; h++) if (found[h]! < wanted[h]! && reach(h, new Set())) found[h]!++;
	return found;
}
