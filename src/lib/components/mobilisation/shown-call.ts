import type { HalfDay } from '$lib/domain/calendar';
import type { CompanyState } from '$lib/domain/company';

/** A call that the plan asks for, as the page shows it. Minutes of the day. */
export interface ShownCall {
	company: string;
	name: string;
	state: CompanyState;
	sector: string;
	halfDay: HalfDay;
	from: number;
	to: number;
	offered: boolean;
	starts: number;
	places: number;
	newSector: boolean;
	/** What the planner found that this very start brings, in words; null when only counted. */
	worth: string | null;
	mailOnly: boolean;
}
