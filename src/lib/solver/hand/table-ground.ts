import type { ProgrammeDay } from '../../domain/calendar';
import type { Cells } from '../../domain/draft/cells';
import type { PlanTravel } from '../../domain/plan';
import type { KnownByPlan } from '../../domain/plan-view';
import type { HandGround } from './ground';

/** Everything that the table needs to show a draft, change it and judge it without asking again. */
export interface TableGround {
	cells: Cells;
	ground: HandGround;
	days: ProgrammeDay[];
	travel: PlanTravel;
	bufferMinutes: number;
	/** Names and places only: no more of anybody goes to the page. */
	known: KnownByPlan;
	/** Companies that can be visited now. */
	open: string[];
}
