import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { guestCount, kindOfPartner, type Guest } from '$lib/domain/closing/guests';
import { PAUSE, proposedSlots, restitutionHalves, slotProblems } from '$lib/domain/closing/restitution';
import { proposedHanders, speakingTime, timed, usualSteps } from '$lib/domain/closing/run-sheet';
import { programmeOf } from '$lib/domain/formats';

const aGuest = (difference: Partial<Guest> = {}): Guest => ({
	name: 'Mairie',
	organisation: '',
	kind: 'institution',
	people: 1,
	reply: 'waiting',
	coming: null,
	came: null,
	...difference
});

describe('guests', () => {
	test('are counted as people; nobody counted is not nobody there', () => {
		const guests = [
			aGuest({ people: 3, reply: 'yes', coming: 2 }),
			aGuest({ people: 2, reply: 'yes' }),
			aGuest({ people: 4, reply: 'no' }),
			aGuest({ people: 5 })
		];
		expect(guestCount(guests)).toEqual({
			invitations: 4,
			invited: 14,
			coming: 4,
			declined: 4,
			waiting: 1,
			waitingPeople: 5,
			came: null,
			uncounted: 4
		});
		expect(guestCount([...guests, aGuest({ came: 0 })]).came).toBe(0);
	});

	test('a funder is invited as such', () => {
		expect(kindOfPartner({ category: 'institution', roles: ['funder'] })).toBe('funder');
		expect(kindOfPartner({ category: 'state', roles: [] })).toBe('institution');
		expect(kindOfPartner({ category: 'training', roles: ['partner'] })).toBe('partner');
	});
});

describe('the run sheet', () => {
	test('runs from the opening, and gives participants their share as it is proposed', () => {
		expect(timed([{ minutes: 15 }, { minutes: 5 }], 960)).toEqual([
			{ minutes: 15, from: 960, to: 975 },
			{ minutes: 5, from: 975, to: 980 }
		]);
		expect(speakingTime(usualSteps).warning).toBeNull();
	});

	test('is said too institutional, or without participants', () => {
		const step = (speaker: 'participants' | 'institution' | 'everybody', minutes: number) => ({
			speaker,
			minutes
		});
		expect(speakingTime([step('institution', 30), step('participants', 20)]).warning).toBe(
			'too-institutional'
		);
		expect(speakingTime([step('institution', 30)]).warning).toBe('no-participant');
		expect(speakingTime([step('everybody', 60)])).toMatchObject({ share: null, warning: null });
		expect(speakingTime([step('institution', 20), step('participants', 20)]).warning).toBeNull();
	});

	test('shares diplomas out among companies that the person met', () =>
		fc.assert(
			fc.property(fc.array(fc.subarray(['x', 'y', 'z']), { maxLength: 20 }), (met) => {
				const people = met.map((companies, i) => ({ id: String(i), met: companies }));
				const given = proposedHanders(people, ['x', 'y', 'z']);
				expect(given.size).toBe(people.length);
				for (const person of people)
					if (person.met.length > 0) expect(person.met).toContain(given.get(person.id));
			})
		));
});

describe('restitution', () => {
	const programme = programmeOf('three', '2027-06-08');
	const halves = restitutionHalves(programme);

	test('has its hours in the half-days of the programme', () => {
		expect(halves.length).toBeGreaterThan(0);
		for (const { from, to } of halves) expect(from).toBeLessThan(to);
	});

	test.each([1, 3, 6, 10])('%i teams follow one another without touching', (count) => {
		const teams = 'ABCDEFGHIJ'.slice(0, count).split('');
		const slots = proposedSlots(teams, halves);
		expect(slots.map(({ team }) => team)).toEqual(teams);
		slots.slice(1).forEach((slot, i) => expect(slot.from - slots[i]!.from - slots[i]!.minutes).toBe(PAUSE));
		expect(slotProblems(slots, teams, halves)).toEqual([]);
	});

	test('says what does not hold', () => {
		const [a, b] = proposedSlots(['A', 'B'], halves);
		expect(slotProblems([a!, { ...b!, from: a!.from }], ['A', 'B', 'C'], halves)).toEqual([
			{ kind: 'no-slot', team: 'C' },
			{ kind: 'overlap', teams: ['A', 'B'] }
		]);
		expect(slotProblems([{ ...a!, from: 0 }], ['A'], halves)).toEqual([{ kind: 'outside', team: 'A' }]);
		expect(proposedSlots(['A'], [])).toEqual([]);
	});
});
