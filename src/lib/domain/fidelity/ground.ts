import type { IsoDate } from '../calendar';
import type { BilanState } from '../bilan/bilan';
import type { Dossier } from '../dossier';
import type { PresenceTable } from '../day/presence-log';
import type { PersonVisits } from '../day/visits-made';

/** Answers of one side to a question asked of everybody: how many were asked, answered, and said yes. */
export interface Answers {
	asked: number;
	answered: number;
	favourable: number;
}

/**
 * What is collected once the teams are back, and kept elsewhere than in the preparation. Each part is null until
 * somebody collects it: the row that needs it then proposes nothing and says why.
 */
export interface Afterwards {
	/** Whose idea of the other side grew better between before and after (C9). */
	discovery: { participants: Answers; companies: Answers } | null;
	/** Participants who rate themselves higher after than before. */
	remobilisation: Answers | null;
	/** Participants who exchanged a contact with a company, of all those asked. */
	contacts: Answers | null;
	/** At the closing: institutions and funders invited, and those of them who came. */
	closing: { invited: number; came: number } | null;
	/** State of the bilan for each side; `missing` when none is begun. */
	returns: { federation: BilanState | 'missing'; ansa: BilanState | 'missing' } | null;
	/** Meetings of the network in the year, and those the organiser came to. */
	meetings: { held: number; attended: number } | null;
	/** Right to use the name and the logo. */
	nameRight: 'granted' | 'suspended' | 'withdrawn' | null;
	/** Whether what is printed carries the logo's own file; null while only its place is kept. */
	logo: boolean | null;
}

export const nothingAfterwards: Afterwards = {
	discovery: null,
	remobilisation: null,
	contacts: null,
	closing: null,
	returns: null,
	meetings: null,
	nameRight: null,
	logo: null
};

/** What was said of the days themselves. */
export interface SaidOfTheDays {
	presence: PresenceTable;
	visits: PersonVisits[];
}

/** All that the grid is proposed from. */
export interface GridGround {
	dossier: Dossier;
	/** The day of the reading, in France. */
	today: IsoDate;
	/** Null while nothing was said. */
	said: SaidOfTheDays | null;
	afterwards: Afterwards;
}

/** The rally's last day is behind: what is missing is then not to come. */
export function isOver({ dossier, today }: GridGround): boolean {
	const last = dossier.rally.programme
		.map(({ date }) => date)
		.sort()
		.at(-1);
	return last !== undefined && last < today;
}
