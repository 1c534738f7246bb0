import type { IsoDate, Minutes } from './calendar';
import type { PlanForming } from './team-proposal';

export interface PlannedVisit {
	companyId: string;
	date: IsoDate;
	start: Minutes;
	end: Minutes;
}

export interface PlannedTeam {
	id: string;
	/** « A », « B »…, with a colour that always goes with it (see team.ts). */
	letter: string;
	memberIds: string[];
	vehicleId: string | null;
	accompanistId: string | null;
	/** Somebody else at the wheel when the accompanist does not drive. */
	driverId: string | null;
	/** In the order of the days and hours. */
	visits: PlannedVisit[];
}

/** A rest that somebody put in a team's day by hand. */
export interface PlannedBreak {
	/** Letter of the team. */
	team: string;
	date: IsoDate;
	from: Minutes;
	to: Minutes;
	label: string;
}

export const planProofs = {
	optimal: 'le meilleur possible, prouvé',
	feasible: 'réalisable',
	infeasible: 'impossible, prouvé',
	unknown: 'non trouvé dans le temps donné'
} as const;
export type PlanProof = keyof typeof planProofs;

/** Compared from left to right: no comfort pays for a broken charter. Value and bound in the level's own unit. */
export interface PlanLevel {
	name: 'charter' | 'promises' | 'comfort';
	value: number;
	bound: number;
}

/** Minutes by road between two places of the rally: `meeting` or a company's id. */
export interface PlanTravel {
	ids: string[];
	minutes: number[][];
	/** `typed` where the organizer wrote the value, `routed` where a road server gave it, `estimated` otherwise. */
	sources: ('estimated' | 'routed' | 'typed')[][];
}

/** A plan as saved: complete by itself, so that printing needs no solver and prints the same twice. */
export interface Plan {
	id: string;
	rallyId: string;
	/** 1, 2, 3… within the rally: the version printed on paper. */
	number: number;
	/** Version it was made to change as little as possible of; null when made afresh. */
	keeps: number | null;
	/** Changed by hand from the version that `keeps` names, rather than computed. */
	byHand: boolean;
	published: boolean;
	proof: PlanProof;
	levels: PlanLevel[];
	/** What is wrong or missing, in French, written when the plan was made. */
	remarks: string[];
	/** Who or what could not be placed, and why, in French. */
	unplaced: string[];
	/** Rules proven not to hold together, and single changes that would help, in words. */
	conflict: string[];
	repairs: string[];
	/** What the checker refuses of a plan changed by hand, in French: nothing of a plan that was computed. */
	violations: string[];
	teams: PlannedTeam[];
	breaks: PlannedBreak[];
	travel: PlanTravel;
	bufferMinutes: number;
	/** How its teams were formed; null for a plan older than that question. */
	forming: PlanForming | null;
	createdAt: Date;
	/** When it last came into force; null while it never was. */
	publishedAt: Date | null;
	createdBy: string;
}

export const MEETING = 'meeting';

/** The same times with these places among them: one that nobody can situate any more is nowhere, no minute away. */
export function covering(travel: PlanTravel, places: readonly string[]): PlanTravel {
	const lost = [...new Set(places)].filter((id) => !travel.ids.includes(id));
	if (lost.length === 0) return travel;
	const wider = <T>(rows: T[][], value: T): T[][] => [
		...rows.map((row) => [...row, ...lost.map(() => value)]),
		...lost.map(() => [...travel.ids, ...lost].map(() => value))
	];
	return {
		ids: [...travel.ids, ...lost],
		minutes: wider(travel.minutes, 0),
		sources: wider(travel.sources, 'estimated')
	};
}

export function travelMinutes(travel: PlanTravel, from: string, to: string): number {
	const minutes = travel.minutes[travel.ids.indexOf(from)]?.[travel.ids.indexOf(to)];
	if (minutes === undefined) throw new Error(`no travel time from ${from} to ${to}`);
	return minutes;
}
