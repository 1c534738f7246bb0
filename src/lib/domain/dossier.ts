import type { Accompanist } from './accompanist';
import type { Company } from './company';
import type { Participant } from './participant';
import type { Partner } from './partner';
import type { Plan } from './plan';
import type { Rally } from './rally';
import type { Vehicle } from './vehicle';

/** Everything known of a rally, archived records left out: what the charter and the planner look at. */
export interface Dossier {
	rally: Rally;
	companies: Company[];
	participants: Participant[];
	vehicles: Vehicle[];
	accompanists: Accompanist[];
	partners: Partner[];
	/** The plan looked at: the published one, else the latest draft. */
	plan: Plan | null;
	/** Companies each person of the plan really visited so far, once something was said of the day. */
	visitsDone?: number[];
}
