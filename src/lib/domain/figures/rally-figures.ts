import type { IsoDate } from '../calendar';
import type { BreakdownKey, FigureKey } from './catalogue';
import type { Measured } from './measured';

/** Planned and done are two columns and never one number (the network's 2019 table mixed them, l. 845-855). */
export interface PlannedAndDone {
	planned: Measured;
	done: Measured;
}

export interface Part {
	/** Key of the enumeration it comes from (« woman », « industry »…), or free text of the organiser. */
	key: string;
	label: string;
	count: number;
}

export interface Breakdown {
	/** How many are told apart; parts and `unknown` add up to it unless the parts overlap. */
	population: number;
	parts: Part[];
	unknown: number;
}

/** The one data set from which every bilan of a rally is made: counts only, nobody in it. */
export interface RallyFigures {
	figures: Record<FigureKey, PlannedAndDone>;
	/** Of those who came once the rally is over, else of those enrolled; null when nothing is known of it. */
	breakdowns: Record<BreakdownKey, Breakdown | null>;
	/** Day of the count. */
	on: IsoDate;
}
