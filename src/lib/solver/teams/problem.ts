/** Who can ride, in what, with whom (§4 of the problem). Half-days are the visiting ones, in order. */
export interface TeamFormingProblem {
	halfDays: string[];
	participants: Rider[];
	/** Seats include the driver's. */
	vehicles: { id: string; seats: number; wheelchairPlaces: number; halfDays: string[] }[];
	accompanists: { id: string; drives: boolean; halfDays: string[] }[];
	hosts: Host[];
	/** What the organizer has settled: honoured before anything else. */
	locks: Lock[];
	size: { min: number; max: number };
	/** Different hosts that each team owes a visit. */
	visitsOwed: number;
	/** When the longest visiting day ends, minutes since midnight: an early return is counted from there. */
	endsAt: number;
	/** The wishes that follow the rules, most important first; those left out keep their usual order behind. */
	priorities?: Priority[];
}

export interface Rider {
	id: string;
	/** Half-days on which the person comes. */
	halfDays: string[];
	gender: string | null;
	ageBand: string | null;
	formerSector: string | null;
	prescriber: string | null;
	/** Where the person lives, and how far from the meeting point, minutes by car; null when not known. */
	home: { place: string; minutes: number } | null;
	needs: string[];
	/** Must be back by then, minutes since midnight; null when nothing presses. */
	backBy: number | null;
	/** Wishes hold both ways, whoever said them. */
	together: string[];
	apart: string[];
}

/** A company that can receive teams. */
export interface Host {
	id: string;
	/** People received at one start. */
	people: number;
	/** Teams received at one start: from two on, teams share a visit if they fit together. */
	teamsAtOnce: number;
	/** Visits it can receive over the rally. */
	visitsMax: number;
	/** Participants that its conditions of entry leave out (papers, age, access). */
	refuses: string[];
	/** Accompanists and drivers who do not go there: their own employer. */
	refusesAccompanists: string[];
}

/** Part of a team, or all of it, that a new computation keeps. */
export interface Lock {
	/** Index of the team in the answer. */
	team: number;
	people: string[];
	vehicle: string | null;
	accompanist: string | null;
	driver: string | null;
	/** Nobody else joins these people. */
	closed: boolean;
}

export interface FormedTeam {
	members: string[];
	vehicle: string | null;
	accompanist: string | null;
	/** Somebody else at the wheel; null when the accompanist drives. */
	driver: string | null;
}

/** What is not as it should be in the teams formed, as facts. `team` is an index. */
export type TeamFinding =
	| { kind: 'team-size'; team: number; size: number; min: number; max: number }
	| { kind: 'no-vehicle'; team: number }
	| { kind: 'no-accompanist'; team: number }
	| { kind: 'no-driver'; team: number }
	| { kind: 'seats-short'; team: number; people: number; seats: number }
	| { kind: 'wheelchair-short'; team: number; wanted: number; places: number }
	| { kind: 'apart-broken'; team: number; people: [string, string] }
	| { kind: 'together-broken'; people: [string, string] }
	| { kind: 'alone-of-gender'; team: number; person: string; gender: string }
	| { kind: 'vehicle-away'; team: number; halfDays: string[] }
	| { kind: 'accompanist-away'; team: number; halfDays: string[] };

/** What is worth knowing about the teams formed, and breaks nothing. */
export type TeamRemark =
	| { kind: 'alone-of-age'; team: number; person: string }
	| { kind: 'few-hosts'; team: number; open: number; owed: number }
	| { kind: 'few-present'; team: number; halfDay: string; present: number; min: number }
	| { kind: 'lock-lost'; lock: number };

/** The levels in which teams are compared, in their usual order: the first three are not for the organizer to move. */
export const levels = [
	'rules',
	'teams',
	'visits',
	'alone',
	'hosts',
	'hours',
	'grouped',
	'weakest',
	'mix',
	'spare',
	'ways'
] as const;
export type Level = (typeof levels)[number];
export type Priority = Exclude<Level, 'rules' | 'teams' | 'visits'>;

export interface LevelValue {
	name: Level;
	value: number;
	/** No forming as good on the levels before does better than this. */
	bound: number;
}

export interface TeamForming {
	teams: FormedTeam[];
	findings: TeamFinding[];
	remarks: TeamRemark[];
	/** `optimal` when every level equals its bound. */
	status: 'optimal' | 'feasible';
	/** In the order in which they were compared. */
	levels: LevelValue[];
	/** Number of teams aimed at. */
	wanted: number;
}
