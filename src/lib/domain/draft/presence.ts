/** Something on the table that somebody has chosen. */
export type Selected = { kind: 'visit' | 'team' | 'company' | 'person'; id: string };

/** Somebody who has the same draft open. */
export interface Present {
	/** One per page open: somebody may be there twice. */
	client: string;
	userId: string;
	name: string;
	selected: Selected | null;
	/** Whether they are dragging it. */
	holds: boolean;
}

/** By visit, who has chosen it. */
export const takenVisits = (others: readonly Present[]): ReadonlyMap<string, string> =>
	new Map(
		others.flatMap(({ selected, name }) => (selected?.kind === 'visit' ? [[selected.id, name] as const] : []))
	);
