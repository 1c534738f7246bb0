import { z } from 'zod';
import { err, ok, type Result } from '../domain/result';

/**
 * The planning problem, format `equipage-problem/1`: timetabling with travel times. Times are minutes since
 * midnight, durations minutes; `travel[a][b]` is directed and includes parking; days, places, companies and teams
 * are told by index or id as written. See docs/solver.md.
 */
const minutes = z.number().int().min(0).max(1440);
const count = z.number().int().min(0).max(1000);

const Day = z
	.strictObject({
		start: minutes,
		end: minutes,
		/** Places where the day begins and ends. */
		from: count,
		to: count,
		maxVisits: count.default(8),
		lunch: z.strictObject({ from: minutes, to: minutes, minutes }).nullable().default(null)
	})
	.refine(({ start, end }) => end > start, {
		error: 'La journée doit finir après avoir commencé.',
		path: ['end']
	});

const Company = z.strictObject({
	id: z.string().min(1),
	place: count,
	sector: z.string(),
	minutes: z.number().int().min(1).max(600),
	/** Starts offered, [day, minute]. */
	starts: z.array(z.tuple([count, minutes])),
	teamsAtOnce: z.number().int().min(1).max(100).default(1),
	/** People of one start, all teams together. */
	people: z.number().int().min(1).max(1000).default(1000),
	/** Fewest and most visits over the rally. */
	visits: z.tuple([count, count]).default([0, 1000]),
	/** Rest between the end of a visit and the next one in the same place. */
	turnaround: minutes.default(0),
	hiring: z.boolean().default(false),
	/** Ids of the teams it cannot receive. */
	excludes: z.array(z.string()).default([])
});

const Team = z.strictObject({
	id: z.string().min(1),
	size: z.number().int().min(0).max(100),
	/** Hours during which the team is there on each day, null for a day without it; by default the day's own. */
	hours: z.array(z.tuple([minutes, minutes]).nullable()).optional(),
	/** [day, minute]: late on that day, it cannot leave where it is before then. */
	freeFrom: z.tuple([count, minutes]).nullable().default(null),
	/** Rests put in its days by hand, [day, from, to]: nobody rides, eats or visits meanwhile. */
	rests: z.array(z.tuple([count, minutes, minutes])).optional()
});

/** What must stay, by any of its dimensions: some visit answers it. */
const Pin = z.strictObject({
	team: z.string().optional(),
	company: z.string().optional(),
	day: count.optional(),
	start: minutes.optional(),
	/** Place in the team's day, from 0. */
	order: count.optional()
});

const weight = z.number().int().min(0).max(100_000);
export const comfortDefaults = { travel: 2, wait: 1, longDay: 3, longDayFrom: 480, sameSector: 60, visitShortOfMax: 80, unfairTravel: 2, unfairTravelFrom: 75, hiring: 50, hiringWanted: 2, newVisit: 300, tight: 0, tightUnder: 15 }; // prettier-ignore
export const rulesDefaults = { visits: [6, 8] as [number, number], visitsPerDay: 1, sectors: 3, spread: 1 };

const Comfort = z.strictObject({
	travel: weight.default(comfortDefaults.travel),
	wait: weight.default(comfortDefaults.wait),
	longDay: weight.default(comfortDefaults.longDay),
	longDayFrom: weight.default(comfortDefaults.longDayFrom),
	sameSector: weight.default(comfortDefaults.sameSector),
	visitShortOfMax: weight.default(comfortDefaults.visitShortOfMax),
	unfairTravel: weight.default(comfortDefaults.unfairTravel),
	unfairTravelFrom: weight.default(comfortDefaults.unfairTravelFrom),
	hiring: weight.default(comfortDefaults.hiring),
	hiringWanted: weight.default(comfortDefaults.hiringWanted),
	/** A visit that was not announced to the team, once visits have been. */
	newVisit: weight.default(comfortDefaults.newVisit),
	/** Each minute that a gap between two visits lacks of `tightUnder` minutes to spare: what a delay eats first. */
	tight: weight.default(comfortDefaults.tight),
	tightUnder: weight.default(comfortDefaults.tightUnder)
});

const Rules = z
	.strictObject({
		visits: z.tuple([count, count]).default(rulesDefaults.visits),
		visitsPerDay: count.default(rulesDefaults.visitsPerDay),
		sectors: count.default(rulesDefaults.sectors),
		spread: count.default(rulesDefaults.spread)
	})
	.refine(({ visits: [min, max] }) => min <= max, {
		error: 'Le minimum dépasse le maximum.',
		path: ['visits']
	});

const Visit = z.strictObject({
	team: z.string(),
	company: z.string(),
	day: count,
	start: minutes,
	end: minutes
});

const ProblemFile = z.strictObject({
	format: z.literal('equipage-problem/1'),
	name: z.string().default(''),
	days: z.array(Day).min(1).max(31),
	travel: z.array(z.array(z.number().int().min(0).max(1440))).min(1),
	buffer: minutes.default(0),
	companies: z.array(Company).max(2000),
	teams: z.array(Team).max(200),
	rules: Rules.prefault({}),
	comfort: Comfort.prefault({}),
	pins: z.array(Pin).default([]),
	/** Visits already announced: each one changed counts as a broken promise. */
	published: z.array(Visit).nullable().default(null),
	/** [day, minute]: visits announced to begin by then have begun and stay; no other may begin by then. */
	now: z.tuple([count, minutes]).nullable().default(null)
});

export type Problem = z.output<typeof ProblemFile>;
export type ProblemInput = z.input<typeof ProblemFile>;
export type Company = Problem['companies'][number];
export type Team = Problem['teams'][number];
export type Day = Problem['days'][number];
export type Pin = Problem['pins'][number];

/** Whether something that begins then has begun. */
export const begun = ({ now }: Pick<Problem, 'now'>, day: number, start: number): boolean =>
	now !== null && (day < now[0] || (day === now[0] && start <= now[1]));

export interface Fault {
	/** `companies.3.place` */
	path: string;
	message: string;
}

/** Reads a problem file already parsed as JSON; every fault is told with its path, and nothing is half-read. */
export function readProblem(json: unknown): Result<Problem, Fault[]> {
	const read = ProblemFile.safeParse(json);
	if (!read.success) return err(read.error.issues.flatMap(faultsOf));
	const faults = crossFaults(read.data);
	return faults.length > 0 ? err(faults) : ok(read.data);
}

/** One fault per unknown field, one per value that is not what it should be. */
function faultsOf(issue: z.core.$ZodIssue): Fault[] {
	const path = issue.path.join('.');
	switch (issue.code) {
		case 'unrecognized_keys':
			return issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), message: 'Champ inconnu.' }));
		case 'invalid_type':
			return [{ path, message: 'Ce champ manque, ou sa valeur n’est pas du bon type.' }];
		case 'invalid_value':
			return [{ path, message: `Valeur attendue : ${issue.values.map(String).join(' ou ')}.` }];
		case 'too_small':
			return [{ path, message: `C’est trop petit : ${issue.minimum} au moins.` }];
		case 'too_big':
			return [{ path, message: `C’est trop grand : ${issue.maximum} au plus.` }];
		default:
			return [{ path, message: issue.code === 'custom' ? issue.message : 'Cette valeur ne convient pas.' }];
	}
}

/** What no single field can tell: names that match nothing, indices out of range, a matrix that is not square. */
function crossFaults({ travel, days, companies, teams, pins, published, now }: Problem): Fault[] {
	const faults: Fault[] = [];
	const say = (path: string, message: string) => faults.push({ path, message });
	const places = travel.length;
	travel.forEach((row, i) => {
		if (row.length !== places)
			say(`travel.${i}`, `La matrice doit être carrée : ${places} valeurs attendues, ${row.length} lues.`);
	});
	const noPlace = (place: number, path: string) => {
		if (place >= places) say(path, `Il n’y a pas de lieu ${place} : la matrice en compte ${places}.`);
	};
	days.forEach(({ from, to }, i) => {
		noPlace(from, `days.${i}.from`);
		noPlace(to, `days.${i}.to`);
	});
	const companyIds = unique(companies, 'companies', say);
	const teamIds = unique(teams, 'teams', say);
	companies.forEach(({ place, starts, visits, excludes }, i) => {
		noPlace(place, `companies.${i}.place`);
		if (visits[0] > visits[1]) say(`companies.${i}.visits`, 'Le minimum dépasse le maximum.');
		starts.forEach(([day], j) => {
			if (day >= days.length) say(`companies.${i}.starts.${j}`, `Il n’y a pas de jour ${day}.`);
		});
		excludes.forEach((team, j) => {
			if (!teamIds.has(team)) say(`companies.${i}.excludes.${j}`, `Équipe inconnue : ${team}.`);
		});
	});
	teams.forEach(({ hours, freeFrom, rests }, i) => {
		rests?.forEach(([day, from, to], j) => {
			if (day >= days.length) say(`teams.${i}.rests.${j}.0`, `Il n’y a pas de jour ${day}.`);
			if (to <= from) say(`teams.${i}.rests.${j}.2`, 'La pause doit finir après avoir commencé.');
		});
		if (hours && hours.length !== days.length)
			say(`teams.${i}.hours`, `Il faut une entrée par jour : ${days.length} attendues.`);
		if (freeFrom && freeFrom[0] >= days.length)
			say(`teams.${i}.freeFrom.0`, `Il n’y a pas de jour ${freeFrom[0]}.`);
	});
	const known = (
		of: { team?: string | undefined; company?: string | undefined; day?: number | undefined },
		path: string
	) => {
		if (of.team !== undefined && !teamIds.has(of.team)) say(`${path}.team`, `Équipe inconnue : ${of.team}.`);
		if (of.company !== undefined && !companyIds.has(of.company))
			say(`${path}.company`, `Entreprise inconnue : ${of.company}.`);
		if (of.day !== undefined && of.day >= days.length) say(`${path}.day`, `Il n’y a pas de jour ${of.day}.`);
	};
	pins.forEach((pin, i) => known(pin, `pins.${i}`));
	published?.forEach((visit, i) => known(visit, `published.${i}`));
	if (now && now[0] >= days.length) say('now.0', `Il n’y a pas de jour ${now[0]}.`);
	return faults;
}

function unique(
	items: { id: string }[],
	path: string,
	say: (path: string, message: string) => void
): Set<string> {
	const seen = new Set<string>();
	items.forEach(({ id }, i) => {
		if (seen.has(id)) say(`${path}.${i}.id`, `Identifiant répété : ${id}.`);
		seen.add(id);
	});
	return seen;
}
