import type { ParticipantState } from '../participant';

export interface Waiting {
	id: string;
	state: ParticipantState;
	createdAt: Date;
	/** Seconds since 1970 at which the person came on the list, or was put between two others; null: at creation. */
	waitingFrom: number | null;
}

const rank = ({ waitingFrom, createdAt }: Pick<Waiting, 'waitingFrom' | 'createdAt'>): number =>
	waitingFrom ?? createdAt.getTime() / 1000;

/** The waiting list, the next person to call first; people entered in one go keep a fixed order. */
export const waitingList = <W extends Waiting>(people: readonly W[]): W[] =>
	people
		.filter(({ state }) => state === 'waiting')
		.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));

/** Moves somebody one place up or down. Answers the least that must be written: id → new `waitingFrom`. */
export function moveInLine(
	people: readonly Waiting[],
	id: string,
	direction: 'up' | 'down'
): Map<string, number> {
	const line = waitingList(people);
	const at = line.findIndex((person) => person.id === id);
	const other = direction === 'up' ? at - 1 : at + 1;
	if (at < 0 || !line[other]) return new Map();
	[line[at], line[other]] = [line[other]!, line[at]!];
	const written = new Map<string, number>();
	const first = Math.min(at, other);
	let before = first > 0 ? rank(line[first - 1]!) : -Infinity;
	for (const person of line.slice(first)) {
		// The one that went up takes the other's rank; who follows keeps theirs as soon as it comes after.
		const own =
			person.id === line[first]!.id ? Math.min(rank(line[first]!), rank(line[first + 1]!)) : rank(person);
		const now = own > before ? own : before + 0.001;
		if (now !== rank(person)) written.set(person.id, now);
		before = now;
	}
	return written;
}
