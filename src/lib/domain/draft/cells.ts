import type { IsoDate, Minutes } from '../calendar';
import { same } from '../records';
import { err, ok, type Result } from '../result';

/** What a new computation must keep of a visit; its company goes with each of them. */
export const pinnable = { team: 'l’équipe', day: 'le jour', start: 'l’heure', order: 'le rang' } as const;
export type Pinnable = keyof typeof pinnable;

export interface DraftVisit {
	team: string;
	companyId: string;
	date: IsoDate;
	start: Minutes;
	end: Minutes;
	pinned: Pinnable[];
}

/** A rest that somebody put in a team's day. */
export interface DraftBreak {
	team: string;
	date: IsoDate;
	from: Minutes;
	to: Minutes;
	label: string;
}

export interface DraftCrew {
	vehicleId: string | null;
	accompanistId: string | null;
	/** Somebody else at the wheel; null when the accompanist drives. */
	driverId: string | null;
}

/** Whose team somebody is in; null: in none. */
export interface DraftSeat {
	team: string | null;
}

interface Kinds {
	visit: DraftVisit;
	break: DraftBreak;
	person: DraftSeat;
	crew: DraftCrew;
}
export type CellKind = keyof Kinds;
export type CellValue = Kinds[CellKind];
/** `visit:` and `break:` with an id of their own, `person:` with the participant's, `crew:` with the team's letter. */
export type CellKey = `${CellKind}:${string}`;

/**
 * A plan being changed by hand, as cells that change one by one: two people who change different cells do not disturb
 * each other, and somebody is in one team at most because there is one cell for them.
 */
export type Cells = Readonly<Record<CellKey, CellValue>>;

/** Null: there is nothing there. */
export interface CellChange {
	key: CellKey;
	before: CellValue | null;
	after: CellValue | null;
}

/** Somebody else changed the same cell in between. */
export interface CellConflict extends CellChange {
	/** As it stands now. */
	now: CellValue | null;
}

export const kindOf = (key: CellKey): CellKind => key.slice(0, key.indexOf(':')) as CellKind;
export const idOf = (key: CellKey): string => key.slice(key.indexOf(':') + 1);

/** The cells of one kind, by id. */
export function cellsOf<K extends CellKind>(cells: Cells, kind: K): [id: string, value: Kinds[K]][] {
	return (Object.entries(cells) as [CellKey, CellValue][])
		.filter(([key]) => kindOf(key) === kind)
		.map(([key, value]) => [idOf(key), value as Kinds[K]]);
}

export const cell = <K extends CellKind>(cells: Cells, kind: K, id: string): Kinds[K] | null =>
	(cells[`${kind}:${id}`] as Kinds[K] | undefined) ?? null;

/** The cells once changed; refused as a whole when one of them is not as it was seen. */
export function applied(cells: Cells, changes: readonly CellChange[]): Result<Cells, CellConflict[]> {
	const conflicts = changes.flatMap((change): CellConflict[] => {
		const now = cells[change.key] ?? null;
		return same(now, change.before) ? [] : [{ ...change, now }];
	});
	if (conflicts.length > 0) return err(conflicts);
	const next: Record<CellKey, CellValue> = { ...cells };
	for (const { key, after } of changes) {
		if (after === null) delete next[key];
		else next[key] = after;
	}
	return ok(next);
}

/** What takes the changes back. */
export const reversed = (changes: readonly CellChange[]): CellChange[] =>
	changes.map(({ key, before, after }) => ({ key, before: after, after: before })).reverse();

/** What leads from some cells to others. */
export function changesBetween(from: Cells, to: Cells): CellChange[] {
	const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])].sort() as CellKey[];
	return keys
		.map((key) => ({ key, before: from[key] ?? null, after: to[key] ?? null }))
		.filter(({ before, after }) => !same(before, after));
}

/** Letters of the teams, in order: a crew may be empty, a team is there as long as its crew is. */
export const teamsIn = (cells: Cells): string[] =>
	cellsOf(cells, 'crew')
		.map(([letter]) => letter)
		.sort((a, b) => a.length - b.length || a.localeCompare(b));
