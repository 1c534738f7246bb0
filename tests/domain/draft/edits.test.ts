import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	applied,
	cell,
	cellsOf,
	changesBetween,
	reversed,
	teamsIn,
	type Cells,
	type Pinnable
} from '$lib/domain/draft/cells';
import { changesOf, type DraftEdit } from '$lib/domain/draft/edits';
import { changesToRedo, changesToUndo, stacksOf, type MadeEdit } from '$lib/domain/draft/history';

const teams = ['A', 'B', 'C'];
const dates = ['2027-06-08', '2027-06-09'];
const visits = ['v1', 'v2', 'v3', 'v4'];
const people = ['p1', 'p2', 'p3'];
const cars = ['k1', 'k2', 'k3'];

const start: Cells = {
	...Object.fromEntries(
		teams.map((team, i) => [`crew:${team}`, { vehicleId: cars[i]!, accompanistId: `g${i}`, driverId: null }])
	),
	...Object.fromEntries(people.map((id, i) => [`person:${id}`, { team: teams[i]! }])),
	...Object.fromEntries(
		visits.map((id, i) => [
			`visit:${id}`,
			{
				team: teams[i % 3]!,
				companyId: `c${i}`,
				date: dates[0]!,
				start: 540 + 90 * i,
				end: 600 + 90 * i,
				pinned: []
			}
		])
	)
};

const only = <const T>(value: T) => fc.constant(value);
const some = <const T>(...list: T[]) => fc.constantFrom(...list);
const hour = fc.integer({ min: 96, max: 200 }).map((n) => n * 5);
const anEdit = fc.oneof(
	fc.record({ kind: only('move-visit'), visit: some(...visits), team: some(...teams), date: some(...dates), start: hour }), // prettier-ignore
	fc.record({ kind: only('swap-visits'), visits: fc.tuple(some(...visits), some(...visits)) }),
	fc.record({ kind: only('replace-company'), visit: some(...visits), companyId: some('c8', 'c9'), minutes: some(30, 60) }), // prettier-ignore
	fc.record({ kind: only('add-visit'), visit: some('v5', 'v6'), team: some(...teams), companyId: some('c8'), date: some(...dates), start: hour, minutes: some(60) }), // prettier-ignore
	fc.record({ kind: only('remove-visit'), visit: some(...visits) }),
	fc.record({ kind: only('set-length'), visit: some(...visits), minutes: some(45, 90) }),
	fc.record({ kind: only('pin-visit'), visit: some(...visits), pinned: fc.subarray<Pinnable>(['team', 'day', 'start', 'order']) }), // prettier-ignore
	fc.record({ kind: only('put-break'), break: some('b1'), team: some(...teams), date: some(...dates), from: fc.constant(600), to: fc.constant(615), label: some('Pause') }), // prettier-ignore
	fc.record({ kind: only('remove-break'), break: some('b1') }),
	fc.record({ kind: only('move-person'), person: some(...people), team: some(...teams, null) }),
	fc.record({ kind: only('set-crew'), team: some(...teams), part: some('vehicleId', 'accompanistId', 'driverId'), id: some(...cars, 'g0', 'g1', 'g2', null) }) // prettier-ignore
) satisfies fc.Arbitrary<DraftEdit>;

const after = (cells: Cells, edit: DraftEdit): Cells => {
	const next = applied(cells, changesOf(cells, edit));
	if (!next.ok) throw new Error('an edit of what is seen cannot meet a conflict');
	return next.value;
};

test('an edit is taken back and made again to the same cells', () => {
	fc.assert(
		fc.property(fc.array(anEdit, { maxLength: 30 }), anEdit, (before, edit) => {
			const cells = before.reduce(after, start);
			const changes = changesOf(cells, edit);
			const next = applied(cells, changes);
			expect(next.ok).toBe(true);
			if (!next.ok) return;
			const back = applied(next.value, reversed(changes));
			expect(back).toEqual({ ok: true, value: cells });
			expect(applied(cells, changesBetween(cells, next.value))).toEqual(next);
		})
	);
});

test('teams stay, everybody has one team at most, and no car or accompanist rides twice', () => {
	fc.assert(
		fc.property(fc.array(anEdit, { maxLength: 40 }), (edits) => {
			const cells = edits.reduce(after, start);
			expect(teamsIn(cells)).toEqual(teams);
			expect(
				cellsOf(cells, 'person')
					.map(([id]) => id)
					.sort()
			).toEqual(people);
			for (const part of ['vehicleId', 'people'] as const) {
				const ids = cellsOf(cells, 'crew').flatMap(([, crew]) =>
					part === 'vehicleId' ? [crew.vehicleId] : [crew.accompanistId, crew.driverId]
				);
				const taken = ids.filter((id) => id !== null);
				expect(new Set(taken).size).toBe(taken.length);
			}
		})
	);
});

/** Two people at two keyboards, each taking back and making again what is theirs. */
const aStep = fc.oneof(
	fc.record({ who: some('ana', 'bob'), does: fc.constant('edit' as const), edit: anEdit }),
	fc.record({ who: some('ana', 'bob'), does: some('undo' as const, 'redo' as const) })
);

test('whatever two people do, undo and redo, the journal replayed gives the cells', () => {
	fc.assert(
		fc.property(fc.array(aStep, { maxLength: 60 }), (steps) => {
			let cells = start;
			const journal: MadeEdit[] = [];
			for (const step of steps) {
				const stacks = stacksOf(journal, step.who);
				const last = step.does === 'edit' ? null : stacks[step.does].at(-1);
				const changes =
					step.does === 'edit'
						? changesOf(cells, step.edit)
						: last
							? step.does === 'undo'
								? changesToUndo(last)
								: changesToRedo(last)
							: [];
				const next = applied(cells, changes);
				// Refused when the other changed the same cells since: nothing moves.
				if (!next.ok || changes.length === 0) continue;
				cells = next.value;
				journal.push({
					number: journal.length + 1,
					kind: step.does === 'edit' ? step.edit.kind : step.does,
					changes,
					of: last?.number ?? null,
					by: step.who,
					byId: step.who,
					at: new Date(0)
				});
			}
			const replayed = journal.reduce((now, { changes }) => {
				const next = applied(now, changes);
				return next.ok ? next.value : now;
			}, start);
			expect(replayed).toEqual(cells);
			if (steps.every(({ who }) => who === 'ana')) {
				// Alone, everything can be taken back, to the very beginning.
				let back = cells;
				for (const edit of stacksOf(journal, 'ana').undo.reverse()) {
					const next = applied(back, changesToUndo(edit));
					expect(next.ok).toBe(true);
					if (next.ok) back = next.value;
				}
				expect(back).toEqual(start);
			}
		})
	);
});

test('what somebody else changed in between is told, and the whole edit is refused', () => {
	const mine = changesOf(start, { kind: 'swap-visits', visits: ['v1', 'v2'] });
	const theirs = after(start, { kind: 'move-visit', visit: 'v2', team: 'C', date: dates[1]!, start: 840 });
	const next = applied(theirs, mine);
	expect(next).toMatchObject({ ok: false, error: [{ key: 'visit:v2', now: { team: 'C', start: 840 } }] });
	expect(cell(theirs, 'visit', 'v1')).toEqual(cell(start, 'visit', 'v1'));
});

test('a car taken from another team leaves it the one this team had', () => {
	const cells = after(start, { kind: 'set-crew', team: 'A', part: 'vehicleId', id: 'k2' });
	expect(cell(cells, 'crew', 'A')?.vehicleId).toBe('k2');
	expect(cell(cells, 'crew', 'B')?.vehicleId).toBe('k1');
});
