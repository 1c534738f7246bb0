import type { OrganizerNetwork } from '../rally';

export const territoryKinds = { department: 'Département', commune: 'Commune' } as const;
export type TerritoryKind = keyof typeof territoryKinds;

export interface Territory {
	organizationId: string;
	kind: TerritoryKind;
	/** INSEE code: '07', '07019'. */
	code: string;
	/** Name of the commune; the département's is known by its code. */
	name: string;
}

export interface CoveringOrganization {
	id: string;
	name: string;
	network: OrganizerNetwork;
}

/** Two organisations on one territory: a fact to talk about, never a refusal. */
export interface Overlap {
	kind: TerritoryKind;
	code: string;
	name: string;
	with: CoveringOrganization;
}

/** '07019' → '07', '2A004' → '2A', '97105' → '971'. */
export const departmentOfCommune = (code: string): string =>
	code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2);

/**
 * Others on the territory of one organisation: the same département, the same commune, or one that holds the other.
 * A CREPI comes first: the swarming is meant for where there is none (Ansa 2019, criteria of the territories).
 */
export function overlapsOf(
	organizationId: string,
	territories: readonly Territory[],
	organizations: ReadonlyMap<string, CoveringOrganization>
): Overlap[] {
	const mine = territories.filter((one) => one.organizationId === organizationId);
	const found = new Map<string, Overlap>();
	for (const theirs of territories) {
		const other = organizations.get(theirs.organizationId);
		if (theirs.organizationId === organizationId || !other) continue;
		for (const own of mine) {
			const narrow = shared(own, theirs);
			if (!narrow) continue;
			found.set(`${other.id} ${narrow.kind} ${narrow.code}`, {
				kind: narrow.kind,
				code: narrow.code,
				name: narrow.name,
				with: other
			});
		}
	}
	return [...found.values()].sort(
		(a, b) =>
			Number(b.with.network === 'crepi') - Number(a.with.network === 'crepi') ||
			a.code.localeCompare(b.code) ||
			a.with.name.localeCompare(b.with.name)
	);
}

/** What two territories have in common: the narrower of the two. */
function shared(a: Territory, b: Territory): Territory | null {
	if (a.kind === b.kind) return a.code === b.code ? a : null;
	const [commune, department] = a.kind === 'commune' ? [a, b] : [b, a];
	return departmentOfCommune(commune.code) === department.code ? commune : null;
}
