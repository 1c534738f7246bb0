import type { OutsideFault } from './outside';

/** What is done in the background for a whole rally: asked of services outside, or printed because it is long. */
export const errandKinds = {
	'road-times': 'temps de route',
	addresses: 'adresses',
	'backup-pack': 'dossier de secours'
} as const;
export type ErrandKind = keyof typeof errandKinds;

export const errandStates = {
	queued: 'en attente',
	running: 'en cours',
	done: 'terminé',
	interrupted: 'interrompu',
	failed: 'en échec'
} as const;
export type ErrandState = keyof typeof errandStates;

export interface ErrandProgress {
	done: number;
	total: number;
}

/** How it ended: how many were answered, how many were not, and the fault of the service if it was the service. */
export interface ErrandOutcome {
	answered: number;
	missed: number;
	fault: OutsideFault | null;
}

/** An errand as the browser follows it. */
export interface ShownErrand {
	id: string;
	state: ErrandState;
	progress: ErrandProgress | null;
	outcome: ErrandOutcome | null;
	by: string;
	at: Date;
}
