import { statuses, type Participant, type Status } from '../participant';

/** Statuses among people. They overlap: there is no total of them, only the number of people they are counted in. */
export interface Overlap {
	people: number;
	/** « dont » : each status and how many people have it, the most frequent first; those of nobody left out. */
	among: { status: Status; people: number }[];
	/** People with two statuses or more, and with none said. */
	several: number;
	unsaid: number;
}

export function overlap(people: readonly Pick<Participant, 'id' | 'statuses'>[]): Overlap {
	const each = new Map(people.map(({ id, statuses: said }) => [id, new Set(said)]));
	const having = (wanted: (said: Set<Status>) => boolean) => [...each.values()].filter(wanted).length;
	return {
		people: each.size,
		among: (Object.keys(statuses) as Status[])
			.map((status) => ({ status, people: having((said) => said.has(status)) }))
			.filter(({ people: count }) => count > 0)
			.sort((a, b) => b.people - a.people),
		several: having((said) => said.size > 1),
		unsaid: having((said) => said.size === 0)
	};
}
