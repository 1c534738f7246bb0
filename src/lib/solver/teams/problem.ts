/** Who can ride, in what, with whom (§4 of the problem). Half-days are the visiting ones, in order. */
export interface TeamFormingProblem {
	halfDays: string[];
	participants: Rider[];
	/** Seats include the driver's. */
	vehicles: { id: string; seats: number; wheelchairPlaces: number; halfDays: string[] }[];
	accompanists: { id: string; drives: boolean; halfDays: string[] }[];
	size: { min: number; max: number };
}

export interface Rider {
	id: string;
	/** Half-days on which the person comes. */
	halfDays: string[];
	gender: string | null;
	ageBand: string | null;
	formerSector: string | null;
	prescriber: string | null;
	needs: string[];
	together: string[];
	apart: string[];
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

export interface TeamForming {
	teams: FormedTeam[];
	findings: TeamFinding[];
}
