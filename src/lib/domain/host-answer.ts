import type { CompanyState } from './company';
import { companyFields } from './fields/company';
import type { DeclineReason } from './mobilisation/pipeline';
import { same } from './records';

/** What a company may say of itself on its own page, in the order in which an organizer compares it. */
export const hostFieldNames = [
	'state',
	'slots',
	'visitMinutes',
	'teamsAtOnce',
	'peopleAtOnce',
	'visitsMax',
	'welcomeName',
	'welcomePhone',
	'entranceLatitude',
	'entranceLongitude',
	'arrivalNote',
	'parkingNote',
	'wear',
	'wearLent',
	'safetyNote',
	'requiresIdPaper',
	'minAge',
	'unsuited',
	'stepFree',
	'namesDaysAhead',
	'photos',
	'tradesShown',
	'hiring',
	'hiringNote'
] as const satisfies (keyof typeof companyFields)[];
export type HostField = (typeof hostFieldNames)[number];

export type Decision = 'accepted' | 'refused';

/** One field: what stood when the company wrote, what it asks for, what was decided. */
export interface ProposedChange {
	before: unknown;
	after: unknown;
	decision: Decision | null;
	/** Who decided. */
	by: string | null;
	/** The change of the record that an acceptance made. */
	change?: string | undefined;
}
export type Proposed = Record<string, ProposedChange>;

/** What differs between what stands and what a company says, as a proposal; nothing when nothing changes. */
export function proposedBetween(standing: Record<string, unknown>, said: Record<string, unknown>): Proposed {
	const changed = hostFieldNames.filter((name) => name in said && !same(standing[name], said[name]));
	return Object.fromEntries(
		changed.map((name) => [
			name,
			{ before: standing[name] ?? null, after: said[name] ?? null, decision: null, by: null }
		])
	);
}

/** « Nous ne pourrons pas recevoir »: the one state that a company gives itself. */
export const withdrawal = (state: CompanyState): Proposed =>
	state === 'declined'
		? {}
		: { state: { before: state, after: 'declined' satisfies CompanyState, decision: null, by: null } };

/** Why a company cannot receive, in its own words: reasons of the pipeline that it can say of itself. */
export const withdrawalReasons = {
	dates: 'Ces dates ne nous conviennent pas',
	staff: 'Nous n’aurons personne pour accueillir',
	busy: 'La période est trop chargée',
	site: 'La sécurité ou la confidentialité de notre site',
	'not-interested': 'La démarche ne nous intéresse pas',
	asked: 'Nous sommes trop souvent sollicités',
	other: 'Une autre raison'
} as const satisfies Partial<Record<DeclineReason, string>>;

/** A company as it asks to be: what stands, under what is still to be decided. */
export const asAsked = <T extends object>(standing: T, proposed: Proposed): T => ({
	...standing,
	...Object.fromEntries(
		Object.entries(proposed).flatMap(([name, { after, decision }]) =>
			decision === null ? [[name, after]] : []
		)
	)
});

/** A pin is two numbers: they are compared, accepted and refused as one. */
export const decidedTogether: readonly (readonly HostField[])[] = [['entranceLatitude', 'entranceLongitude']];

export const undecided = (proposed: Proposed): HostField[] =>
	hostFieldNames.filter((name) => proposed[name]?.decision === null);
