import { accompanistName } from '../accompanist';
import { cellsOf, type Cells } from './cells';
import type { DraftNames } from './edit-words';
import type { KnownByPlan } from '../plan-view';

/** What ids are called where a plan is changed; somebody erased since has no name left. */
export const namesOf = ({ companies, participants, vehicles, accompanists }: KnownByPlan): DraftNames => ({
	company: named(companies, ({ name }) => name, 'une entreprise'),
	person: named(participants, (person) => `${person.firstName} ${person.lastName}`.trim(), 'une personne'),
	vehicle: named(vehicles, ({ name }) => name, 'un véhicule'),
	accompanist: named(accompanists, accompanistName, 'quelqu’un')
});

function named<T extends { id: string }>(rows: readonly T[], name: (row: T) => string, nobody: string) {
	const names = new Map(rows.map((row) => [row.id, name(row)]));
	return (id: string) => names.get(id) ?? nobody;
}

/** Visits of which something is to be kept. */
export const pinnedIn = (cells: Cells): ReadonlySet<string> =>
	new Set(cellsOf(cells, 'visit').flatMap(([id, { pinned }]) => (pinned.length > 0 ? [id] : [])));
