import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { HalfDay } from '$lib/domain/calendar';
import type { PresenceState } from '$lib/domain/day/event';
import { presenceKey, type PresenceSaid } from '$lib/domain/day/presence-log';
import { FSE_THRESHOLD, gaugeInWords, gaugeOf } from '$lib/domain/fse/gauge';
import { fseRegister } from '$lib/domain/fse/register';
import { exitOf, gapsOfSheet } from '$lib/domain/fse/sheet';
import { daysOf, staysPlanned, staysSaid, together } from '$lib/domain/fse/stay';
import type { FollowUpLine, Outcome } from '$lib/domain/measure/outcomes';
import { aParticipant, aProgramme } from '../../builders';

const programme = aProgramme('2027-06-08', 'AV VV RL');
const halves = ['2027-06-08:morning', '2027-06-08:afternoon', '2027-06-09:morning', '2027-06-09:afternoon', '2027-06-10:morning'] as const; // prettier-ignore
const said = (person: string, states: Partial<Record<HalfDay, PresenceState>>) =>
	Object.entries(states).map(
		([half, state]) =>
			[presenceKey(person, half as HalfDay), { person, half, state } as PresenceSaid] as const
	);
const aPerson = (difference = {}) => ({
	...aParticipant(),
	gender: 'woman' as const,
	ageBand: '26-34' as const,
	diploma: 'cap' as const,
	statuses: ['rsa' as const],
	commune: 'Thyez',
	postcode: '74300',
	phone: '06 00 00 00 10',
	referentName: '',
	referentPhone: '',
	referentEmail: '',
	distinctFrom: [],
	...difference
});
const news = (participantId: string, outcome: Outcome, on: string, number: number): FollowUpLine => ({
	id: `line-${number}`,
	participantId,
	on,
	said: { kind: 'news', outcome, source: 'person', from: '', means: null, note: '' },
	by: 'Claire',
	number
});

describe('the gauge', () => {
	test('completing what it asks brings it back under the threshold, and one fewer does not', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 400 }), fc.nat(400), (people, raw) => {
				const incomplete = Math.min(people, raw);
				const gauge = gaugeOf(people, incomplete);
				expect(gauge.over).toBe(people > 0 && incomplete / people > FSE_THRESHOLD / 100);
				expect(gauge.toComplete > 0).toBe(gauge.over);
				if (gauge.over) {
					expect(gaugeOf(people, incomplete - gauge.toComplete).over).toBe(false);
					expect(gaugeOf(people, incomplete - gauge.toComplete + 1).over).toBe(true);
				}
				// What is shown agrees with what is said of the threshold.
				if (gauge.percent !== null) expect(gauge.percent > FSE_THRESHOLD).toBe(gauge.over);
			})
		);
	});

	test('exactly 35 % is not over', () => {
		expect(gaugeOf(20, 7)).toMatchObject({ over: false, percent: 35, toComplete: 0 });
		expect(gaugeOf(20, 8)).toMatchObject({ over: true, percent: 40, toComplete: 1 });
		expect(gaugeInWords(gaugeOf(20, 8))).toContain('Complétez-en 1 au moins');
		expect(gaugeOf(0, 0).percent).toBeNull();
	});
});

describe('who was there', () => {
	const state = fc.constantFrom<PresenceState>('present', 'left', 'absent', 'excused', 'replaced');
	test('a person counts exactly when said there on two dates at least, a half-day left free apart', () => {
		fc.assert(
			fc.property(fc.array(fc.option(state), { minLength: 6, maxLength: 6 }), (states) => {
				const all = [...halves, '2027-06-10:afternoon' as const];
				const spoken = Object.fromEntries(all.flatMap((half, i) => (states[i] ? [[half, states[i]]] : [])));
				const stays = staysSaid(programme, new Map(said('ada', spoken)));
				const dates = new Set(
					halves
						.filter((half) => ['present', 'left'].includes(spoken[half]!))
						.map((half) => half.slice(0, 10))
				);
				const { sheets, oneDay } = fseRegister({
					people: [aPerson({ id: 'ada' })],
					stays,
					lines: [],
					today: '2027-06-01'
				});
				expect(sheets).toHaveLength(dates.size > 1 ? 1 : 0);
				expect(oneDay).toHaveLength(dates.size === 1 ? 1 : 0);
			})
		);
	});

	test('before the day, it stands on the absences announced', () => {
		const stays = staysPlanned(programme, [
			{ id: 'ada', absences: [] },
			{ id: 'bob', absences: halves.slice(1) },
			{ id: 'eve', absences: [...halves] }
		]);
		expect(stays.get('ada')).toEqual(halves);
		expect(stays.get('bob')).toEqual([halves[0]]);
		expect(stays.has('eve')).toBe(false);
	});

	test('the morning comes first, and a half-day said twice counts once', () => {
		const stay = together([[halves[3], halves[0]], [halves[0], halves[1]]]); // prettier-ignore
		expect(stay).toEqual([halves[0], halves[1], halves[3]]);
		expect(daysOf(stay)).toEqual(['2027-06-08', '2027-06-09']);
	});
});

describe('the register', () => {
	const stays = (...ids: string[]) => new Map(ids.map((id) => [id, [...halves]]));
	const ada = aPerson({ id: 'ada', firstName: 'Ada', lastName: 'Alpha', phone: '', diploma: null, email: 'ada@example.org' }); // prettier-ignore
	const again = aPerson({ id: 'ada2', firstName: 'Ada', lastName: 'Alfa', phone: '06 00 00 00 12', email: 'ada@example.org' }); // prettier-ignore

	test('a person entered twice counts once: their days together, what one record lacks taken from the other', () => {
		const { sheets, oneDay, gauge } = fseRegister({
			people: [ada, again],
			stays: new Map([
				['ada', halves.slice(0, 2)],
				['ada2', halves.slice(2, 3)]
			]),
			lines: [],
			today: '2027-06-01'
		});
		expect(oneDay).toEqual([]);
		expect(sheets).toHaveLength(1);
		expect(sheets[0]).toMatchObject({ person: { id: 'ada', phone: '06 00 00 00 12', diploma: 'cap' }, from: '2027-06-08', to: '2027-06-09' }); // prettier-ignore
		expect(sheets[0]!.gaps).toEqual([]);
		expect(gauge.people).toBe(1);
	});

	test('known apart, they are two people', () => {
		const apart = { ...again, distinctFrom: ['ada'] };
		const { sheets } = fseRegister({ people: [ada, apart], stays: stays('ada', 'ada2'), lines: [], today: '2027-06-01' }); // prettier-ignore
		expect(sheets).toHaveLength(2);
	});

	test('a referent stands for a phone, and what is asked at the way out waits for it', () => {
		const person = aPerson({ phone: '', email: '', referentPhone: '06 00 00 00 13' });
		expect(gapsOfSheet(person, null, false)).toEqual([]);
		expect(gapsOfSheet(person, null, true)).toEqual(['exit']);
		expect(gapsOfSheet({ ...person, referentPhone: '', statuses: [] }, null, false)).toEqual([
			'situation',
			'contact'
		]);
	});

	test('the situation at the way out is the first news from then on; « sans nouvelle » is none', () => {
		const lines = [
			news('ada', 'training', '2027-06-01', 1),
			news('ada', 'no-news', '2027-06-11', 2),
			news('ada', 'lasting', '2027-12-10', 3),
			news('ada', 'searching', '2027-06-20', 4),
			news('ada', 'fixed-term', '2027-06-20', 5)
		];
		expect(exitOf(lines, '2027-06-10')).toMatchObject({ outcome: 'fixed-term', on: '2027-06-20' });
		const undone: FollowUpLine = {
			...lines[0]!,
			id: 'undo',
			said: { kind: 'undo', of: 'line-5' },
			number: 6
		};
		expect(exitOf([...lines, undone], '2027-06-10')).toMatchObject({ outcome: 'searching' });
		expect(exitOf(lines.slice(0, 2), '2027-06-10')).toBeNull();
	});
});
