import { visitingHalfDays, type ProgrammeDay, type TypedHalfDay } from '../calendar';
import type { Company, Slot } from '../company';
import type { Dossier } from '../dossier';
import { french } from '../french';
import { isWaitedFor } from './chase';
import {
	capacityOf,
	coverageOf,
	hoursOf,
	passages,
	startsFound,
	withHalfDay,
	type Capacity,
	type Coverage
} from './coverage';
import { warmth } from './today';
import type { StartWorth } from './worth';

/** A call that the plan asks for: whom, for which half-day, and what it would bring. */
export interface Call {
	company: Company;
	/** `more`: a confirmed company, for one half-day more. */
	kind: 'host' | 'more';
	halfDay: TypedHalfDay;
	/** The hours to ask for; those it already offered, when it did. */
	slot: Slot;
	offered: boolean;
	/** Missing starts that its slot would fill, and participants they seat. */
	starts: number;
	places: number;
	/** Its sector is not among those confirmed, and sectors are missing. */
	newSector: boolean;
	/** What the planner found that this very start brings; left out when only counted. */
	worth?: StartWorth;
}

export interface CallList {
	coverage: Coverage;
	/** Whom to call first to fill what is missing, each call counted as obtained before the next. */
	calls: Call[];
	/** What confirmed companies could add, each by itself. */
	more: Call[];
	/** Starts and sectors that would still be missing once all these calls had succeeded. */
	left: { starts: number; sectors: number };
}

/** Most calls listed: a day’s work, not the whole directory. */
const MOST = 12;

/**
 * Today’s calls, ranked by counted shortage: sectors that are missing first, then the starts a slot fills, then the
 * company nearest to a yes. Takes no account of roads: exact values of a start are the planner’s, and lead when they are known (worth.ts).
 */
export function rankCallsByShortage(dossier: Dossier, mayAsk: (company: Company) => boolean): CallList {
	const coverage = coverageOf(dossier);
	const halves = visitingHalfDays(dossier.rally.programme);
	const state = {
		capacities: coverage.capacities,
		missing: coverage.missingStarts,
		sectors: sectorsOf(coverage.capacities)
	};
	const askable = dossier.companies.filter((company) => isAskable(company) && mayAsk(company));
	const calls: Call[] = [];
	while (calls.length < MOST) {
		const missingSectors = Math.max(0, coverage.need.sectors - state.sectors.size);
		if (coverage.need.teams === 0 || (state.missing === 0 && missingSectors === 0)) break;
		const gain = gains(state, coverage);
		const best = askable
			.filter((company) => calls.every((call) => call.company !== company))
			.flatMap((company) => {
				const call = bestHalfDay(company, dossier, halves, coverage, gain);
				if (!call) return [];
				const newSector = missingSectors > 0 && !state.sectors.has(call.capacity.sector);
				return call.starts > 0 || newSector ? [{ ...call, newSector }] : [];
			})
			.sort(inTurn)[0];
		if (!best) break;
		const { capacity, ...call } = best;
		calls.push({ ...call, kind: 'host' });
		state.capacities = [...state.capacities, capacity];
		state.missing -= call.starts;
		state.sectors.add(capacity.sector);
	}
	return {
		coverage,
		calls,
		more: oneMoreSlot(dossier, coverage, halves),
		left: { starts: state.missing, sectors: Math.max(0, coverage.need.sectors - state.sectors.size) }
	};
}

export const isAskable = ({ state }: Company): boolean => isWaitedFor(state) || state === 'reserve';

type Found = Omit<Call, 'kind' | 'newSector'> & { capacity: Capacity };

const inTurn = (a: Found & { newSector: boolean }, b: Found & { newSector: boolean }): number =>
	Number(b.newSector) - Number(a.newSector) ||
	b.starts - a.starts ||
	warmth(b.company.state) - warmth(a.company.state) ||
	french.compare(a.company.name, b.company.name) ||
	a.company.id.localeCompare(b.company.id);

type Gain = (capacity: Capacity) => number;

/** How many missing starts a capacity would fill; asked once for all that are alike. */
function gains(
	{ capacities, missing }: { capacities: Capacity[]; missing: number },
	{ halfDays }: Coverage
): Gain {
	const known = new Map<string, number>();
	const wanted = halfDays.map((half) => half.wanted);
	const total = wanted.reduce((sum, n) => sum + n, 0);
	return (capacity) => {
		const key = `${capacity.company && capacities.some(({ company }) => company === capacity.company) ? capacity.company : ''}|${capacity.perHalfDay.join()}|${capacity.most}`;
		let gain = known.get(key);
		if (gain === undefined) {
			const others = capacities.filter(({ company }) => company !== capacity.company);
			const found = startsFound([...others, capacity], wanted).reduce((sum, n) => sum + n, 0);
			gain = missing - (total - found);
			known.set(key, gain);
		}
		return gain;
	};
}

/** The half-day for which to ask it: where it fills most, one it offered already before another. */
function bestHalfDay(
	company: Company,
	dossier: Dossier,
	halves: readonly TypedHalfDay[],
	{ need, halfDays }: Coverage,
	gain: Gain
): Found | null {
	const own = capacityOf(company, dossier, need.teams);
	const options = halves.map((halfDay, h) => {
		const offered = own.perHalfDay[h]! > 0;
		const whole = wholeHalfDay(company, dossier, halfDay, need.teams);
		const capacity = offered ? own : withHalfDay(own, h, whole.starts);
		const starts = capacity.perHalfDay[h]! > 0 ? gain(capacity) : 0;
		const slot = offered ? offeredSlot(company, dossier, halfDay) : whole.slot;
		return {
			company,
			halfDay,
			slot,
			offered,
			starts,
			places: starts * need.teamSize,
			capacity,
			wanting: halfDays[h]!.missing
		};
	});
	const [best] = options.sort(
		(a, b) => b.starts - a.starts || Number(b.offered) - Number(a.offered) || b.wanting - a.wanting
	);
	if (!best) return null;
	const { wanting: _, ...found } = best;
	return found;
}

function oneMoreSlot(dossier: Dossier, coverage: Coverage, halves: readonly TypedHalfDay[]): Call[] {
	const { capacities, need, missingStarts: missing } = coverage;
	if (missing === 0) return [];
	const gain = gains({ capacities, missing }, coverage);
	return capacities
		.flatMap((capacity): Call[] => {
			const company = dossier.companies.find(({ id }) => id === capacity.company)!;
			const asked = halves.flatMap((halfDay, h) => {
				if (capacity.perHalfDay[h]! > 0) return [];
				const { slot, starts: whole } = wholeHalfDay(company, dossier, halfDay, need.teams);
				const starts = gain(withHalfDay(capacity, h, whole));
				return starts > 0 ? [{ company, kind: 'more' as const, halfDay, slot, offered: false, starts, places: starts * need.teamSize, newSector: false }] : []; // prettier-ignore
			});
			return asked.sort((a, b) => b.starts - a.starts).slice(0, 1);
		})
		.sort((a, b) => b.starts - a.starts || french.compare(a.company.name, b.company.name))
		.slice(0, MOST / 2);
}

/** Half an hour is left to set out, to come back and around the meal. */
const AROUND = 30;

function wholeHalfDay(company: Company, { rally }: Dossier, half: TypedHalfDay, teams: number) {
	const slot = askedHours(half, rally.programme);
	const starts = Math.min(teams, passages(company, slot.to - slot.from, rally.settings));
	return { slot, starts };
}

export function askedHours(half: TypedHalfDay, programme: readonly ProgrammeDay[]): Slot {
	const hours = hoursOf(half, programme);
	const lunch = programme.find(({ date }) => date === half.date)?.lunch;
	return half.part === 'morning'
		? {
				date: half.date,
				from: hours.from + AROUND,
				to: Math.min(hours.to, (lunch?.from ?? hours.to) + AROUND)
			}
		: {
				date: half.date,
				from: Math.max(hours.from, (lunch?.to ?? hours.from) - AROUND),
				to: hours.to - AROUND
			};
}

/** The first slot it offered on that half-day. */
function offeredSlot(company: Company, { rally }: Dossier, half: TypedHalfDay): Slot {
	const hours = hoursOf(half, rally.programme);
	const slot = company.slots.find(
		({ date, from, to }) => date === half.date && from < hours.to && to > hours.from
	);
	return slot ?? askedHours(half, rally.programme);
}

const sectorsOf = (capacities: readonly Capacity[]): Set<string> =>
	new Set(capacities.map(({ sector }) => sector));
