import type { CompanyState } from '../company';
import type { Sector } from '../sector';
import type { Outcome } from './exchange';
import type { DeclineReason } from './pipeline';

/** From known to visited: each step counts those of the step before that went on. */
export const funnelSteps = {
	known: 'Repérées',
	approached: 'Approchées',
	interested: 'Intéressées',
	confirmed: 'Confirmées',
	visited: 'Visitées'
} as const;
export type FunnelStep = keyof typeof funnelSteps;
export type Funnel = Record<FunnelStep, number>;

export interface InFunnel {
	id: string;
	state: CompanyState;
	sector: Sector;
	declineReason: DeclineReason | null;
	withdrew: boolean;
	outcomes: readonly Outcome[];
	/** A team went there, by the plan in force. */
	visited: boolean;
}

const engaged: ReadonlySet<CompanyState> = new Set(['interested', 'confirmed', 'reserve']);
const engaging: ReadonlySet<Outcome> = new Set(['interested', 'agreed', 'kept']);

const isApproached = ({ state, outcomes }: InFunnel): boolean =>
	state !== 'identified' || outcomes.length > 0;
/** Interested once counts: who withdrew had been. */
const wasInterested = ({ state, withdrew, outcomes }: InFunnel): boolean =>
	engaged.has(state) ||
	(state === 'declined' && withdrew) ||
	outcomes.some((outcome) => engaging.has(outcome));

/** How many companies reached each step; « 24 structures sensibilisées, 9 entreprises » is such a funnel. */
export function funnelOf(companies: readonly InFunnel[]): Funnel {
	const confirmed = companies.filter(({ state }) => state === 'confirmed');
	return {
		known: companies.length,
		approached: companies.filter(isApproached).length,
		interested: companies.filter(wasInterested).length,
		confirmed: confirmed.length,
		visited: confirmed.filter(({ visited }) => visited).length
	};
}

/** The funnel of each sector that has companies, the sector with most first. */
export function funnelBySector(companies: readonly InFunnel[]): { sector: Sector; funnel: Funnel }[] {
	const sectors = [...new Set(companies.map(({ sector }) => sector))];
	return sectors
		.map((sector) => ({ sector, funnel: funnelOf(companies.filter((of) => of.sector === sector)) }))
		.sort((a, b) => b.funnel.known - a.funnel.known || a.sector.localeCompare(b.sector));
}

/** Why companies declined, the commonest reason first; null where none was noted. */
export function declinesOf(
	companies: readonly InFunnel[]
): { reason: DeclineReason | null; count: number }[] {
	const declined = companies.filter(({ state }) => state === 'declined');
	const reasons = [...new Set(declined.map(({ declineReason }) => declineReason))];
	return reasons
		.map((reason) => ({
			reason,
			count: declined.filter(({ declineReason }) => declineReason === reason).length
		}))
		.sort((a, b) => b.count - a.count);
}
