import type { IsoDate } from '../calendar';
import { twins, type Twin } from '../enrolment/twins';
import type { FollowUpLine } from '../measure/outcomes';
import { gaugeOf, type FseGauge } from './gauge';
import { exitOf, gapsOfSheet, type Exit, type FseGap, type FsePerson } from './sheet';
import { daysOf, together, type Stay } from './stay';

type Person = FsePerson & { distinctFrom: readonly string[] };

/** One participant of the operation. */
export interface FseSheet<P> {
	/** What is known, taken from every record of that person. */
	person: P;
	stay: Stay;
	from: IsoDate;
	to: IsoDate;
	exit: Exit | null;
	gaps: FseGap[];
	/** Two half-days at most: more than one date, and no more than a day's work. */
	short: boolean;
	/** Somebody counted besides whose names agree: perhaps the same person. */
	maybe: P | null;
}

export interface FseRegister<P> {
	sheets: FseSheet<P>[];
	/** There on one day only: « une opération d’un jour ou moins » makes no participant. */
	oneDay: { person: P; on: IsoDate }[];
	gauge: FseGauge;
	/** How many sheets lack each thing; what lacks nowhere is absent. */
	lacking: Partial<Record<FseGap, number>>;
}

/**
 * Who counts for the FSE+, and what each sheet lacks. A person entered twice counts once, their half-days together.
 * In the order given; of two records of one person the first one gives its name.
 */
export function fseRegister<P extends Person>({
	people,
	stays,
	lines,
	today
}: {
	people: readonly P[];
	stays: ReadonlyMap<string, Stay>;
	lines: readonly FollowUpLine[];
	today: IsoDate;
}): FseRegister<P> {
	const there = people.filter(({ id }) => stays.has(id));
	const found = twins(there);
	const counted = sameOnes(there, found).map((records) => {
		const stay = together(records.map(({ id }) => stays.get(id)!));
		const days = daysOf(stay);
		return { records, person: records.reduce(filled), stay, days };
	});
	const participants = counted.filter(({ days }) => days.length > 1);
	const sheets = participants.map(({ records, person, stay, days }): FseSheet<P> => {
		const to = days.at(-1)!;
		const ids = new Set(records.map(({ id }) => id));
		const exit = exitOf(
			lines.filter(({ participantId }) => ids.has(participantId)),
			to
		);
		const like = found.find(({ certain, person: one }) => !certain && ids.has(one.id));
		const other = like && participants.find((one) => one.records.some(({ id }) => id === like.of.id));
		return {
			person,
			stay,
			from: days[0]!,
			to,
			exit,
			gaps: gapsOfSheet(person, exit, to < today),
			short: stay.length <= 2,
			maybe: other && other.person.id !== person.id ? other.person : null
		};
	});
	const lacking: FseRegister<P>['lacking'] = {};
	for (const gap of sheets.flatMap(({ gaps }) => gaps)) lacking[gap] = (lacking[gap] ?? 0) + 1;
	return {
		sheets,
		oneDay: counted
			.filter(({ days }) => days.length === 1)
			.map(({ person, days }) => ({ person, on: days[0]! })),
		gauge: gaugeOf(sheets.length, sheets.filter(({ gaps }) => gaps.length > 0).length),
		lacking
	};
}

/** Records gathered by person: those which the same telephone or e-mail and first name tell for sure. */
function sameOnes<P extends Person>(people: readonly P[], found: readonly Twin<P>[]): [P, ...P[]][] {
	const groups = new Map<string, [P, ...P[]]>();
	for (const person of people) {
		const twin = found.find(({ certain, person: one }) => certain && one.id === person.id);
		const group = twin && groups.get(twin.of.id);
		if (group) group.push(person);
		groups.set(person.id, group ?? [person]);
	}
	return [...new Set(groups.values())];
}

/** What the first record leaves empty is taken from the second. */
const filled = <P extends Person>(first: P, second: P): P => {
	const blank = (value: unknown) =>
		value === null || value === '' || (Array.isArray(value) && value.length === 0);
	return Object.fromEntries(
		Object.entries(first).map(([key, value]) => [
			key,
			blank(value) && key !== 'archivedAt' ? second[key as keyof P] : value
		])
	) as P;
};
