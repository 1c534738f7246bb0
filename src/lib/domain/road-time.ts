import { number } from './french';
import { outsideWords, type OutsideFault } from './outside';

export const roadServers = { osrm: 'OSRM', openrouteservice: 'openrouteservice' } as const;
export type RoadServerKind = keyof typeof roadServers;

/** Why a pair has no time by road: the server's fault, or an answer that cannot be believed. */
export type RoadFault =
	| OutsideFault
	/** The nearest road the server knows is `metres` away from one end. */
	| { code: 'far-snap'; end: 'from' | 'to'; metres: number }
	| { code: 'no-route' }
	/** Faster than any car, or no time at all between distant points: swapped axes do that. */
	| { code: 'implausible' };

/** Whether a fault is about one way, rather than about the server. */
export const isOwn = (fault: RoadFault): fault is Exclude<RoadFault, OutsideFault> =>
	fault.code === 'far-snap' || fault.code === 'no-route' || fault.code === 'implausible';

/** A point further than this from the server's nearest road is not where the server thinks. */
export const FARTHEST_SNAP = 1_000;

/** « à 266 km de la route la plus proche que connaît le service » */
export function farWords(metres: number): string {
	const kilometres = metres < 10_000 ? Math.round(metres / 100) / 10 : Math.round(metres / 1000);
	return `à ${number(kilometres)} km de la route la plus proche que connaît le service`;
}

export function roadFaultWords(fault: RoadFault): string {
	switch (fault.code) {
		case 'far-snap':
			return `${fault.end === 'from' ? 'le départ' : 'l’arrivée'} est ${farWords(fault.metres)}`;
		case 'no-route':
			return 'le service ne trouve pas de route';
		case 'implausible':
			return 'la durée donnée par le service n’est pas croyable';
		default:
			return outsideWords(fault);
	}
}
