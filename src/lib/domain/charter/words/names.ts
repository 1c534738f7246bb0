import { accompanistName } from '../../accompanist';
import type { Dossier } from '../../dossier';
import { listed, plural } from '../../french';
import { shownName } from '../../participant';

/** What the ids of facts are called on screen, as plain data. */
export interface CharterNames {
	companies: Record<string, string>;
	participants: Record<string, string>;
	vehicles: Record<string, string>;
	accompanists: Record<string, string>;
}

export const namesOf = ({ companies, participants, vehicles, accompanists }: Dossier): CharterNames => ({
	companies: named(companies, ({ name }) => name),
	participants: named(participants, (person) => `${shownName(person)} ${person.lastName}`),
	vehicles: named(vehicles, ({ name }) => name),
	accompanists: named(accompanists, accompanistName)
});

const named = <T extends { id: string }>(items: readonly T[], name: (item: T) => string) =>
	Object.fromEntries(items.map((item) => [item.id, name(item).trim()]));

const unnamed: Record<keyof CharterNames, string> = {
	companies: 'une entreprise sans nom',
	participants: 'une personne sans nom',
	vehicles: 'un véhicule sans nom',
	accompanists: 'quelqu’un'
};

/** The name of an id; what was removed since is still spoken of. */
export const nameIn = (names: CharterNames, kind: keyof CharterNames, id: string): string =>
	(Object.hasOwn(names[kind], id) && names[kind][id]) || unnamed[kind];

const SHOWN = 5;

/** « Ana, Bilal et 3 autres » */
export function peopleNamed(names: CharterNames, ids: readonly string[]): string {
	const all = ids.map((id) => nameIn(names, 'participants', id));
	const more = all.length - SHOWN;
	return listed(more > 1 ? [...all.slice(0, SHOWN), plural(more, 'autre')] : all);
}
