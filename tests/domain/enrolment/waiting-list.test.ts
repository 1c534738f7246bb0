import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveInLine, waitingList, type Waiting } from '$lib/domain/enrolment/waiting-list';
import { canReplace, mayMove, moves } from '$lib/domain/enrolment/state';
import { participantStates, type ParticipantState } from '$lib/domain/participant';

/** People entered one by one or all at once, some of them moved before. */
const line = fc
	.uniqueArray(
		fc.record({
			id: fc.uuid(),
			state: fc.constantFrom('waiting' as const, 'waiting' as const, 'candidate' as const),
			createdAt: fc.constantFrom(0, 0, 1000, 5000).map((ms) => new Date(ms)),
			waitingFrom: fc.constantFrom(null, null, 0, 1, 5, 5.0005)
		}),
		{ maxLength: 9, selector: ({ id }) => id }
	)
	.filter((people) => waitingList(people).length > 0);
const ids = (people: Waiting[]) => waitingList(people).map(({ id }) => id);

test('one step up or down swaps two neighbours and leaves the others in order', () => {
	fc.assert(
		fc.property(line, fc.nat(), fc.constantFrom('up' as const, 'down' as const), (people, n, direction) => {
			const before = ids(people);
			const at = n % before.length;
			const other = direction === 'up' ? at - 1 : at + 1;
			const written = moveInLine(people, before[at]!, direction);
			const after = ids(
				people.map((one) => ({ ...one, waitingFrom: written.get(one.id) ?? one.waitingFrom }))
			);
			const expected = [...before];
			if (before[other]) [expected[at], expected[other]] = [expected[other]!, expected[at]!];
			expect(after).toEqual(expected);
			if (!before[other]) expect(written.size).toBe(0);
		})
	);
});

test('every state can be left, none leads to itself or to « remplacé »', () => {
	for (const from of Object.keys(participantStates) as ParticipantState[]) {
		expect(moves[from].length).toBeGreaterThan(0);
		expect(moves[from]).not.toContain(from);
		expect(moves[from]).not.toContain('replaced');
		expect(mayMove(from, from)).toBe(true);
	}
	// Who was not kept comes back through the list; only who waits takes a place.
	expect(mayMove('refused', 'confirmed')).toBe(false);
	expect((Object.keys(participantStates) as ParticipantState[]).filter(canReplace)).toEqual([
		'candidate',
		'waiting'
	]);
});
