/** What is known of how the teams of a plan were formed. */
export interface PlanForming {
	/** Whether no other teams do better, for what was known then. */
	proven: boolean;
	/** Whether the organizer had chosen these teams among several, or the version to keep to had. */
	given: boolean;
	/** Number of teams aimed at. */
	wanted: number;
	/** Of all that the teams were formed from: another one means that the dossier has changed since. */
	fingerprint: string;
}

export interface ProposedTeam {
	memberIds: string[];
	vehicleId: string | null;
	accompanistId: string | null;
	driverId: string | null;
}

/** One way to form all the teams, to be compared with others. Holds ids and sentences about teams: nobody’s status. */
export interface TeamProposal {
	teams: ProposedTeam[];
	/** Whether no other teams do better. */
	proven: boolean;
	/** Pairs of people of the first proposal that do not ride together any more, of how many; null for the first. */
	parted: { pairs: number; of: number } | null;
	/** What it costs or gains with regard to the first, in French, what decides first. */
	says: string[];
}

/** What one search for teams found, the best first. */
export interface TeamProposals {
	fingerprint: string;
	list: TeamProposal[];
}
