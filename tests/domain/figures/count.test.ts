import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AgeBand, Participant, Status } from '$lib/domain/participant';
import type { PresenceTable } from '$lib/domain/day/presence-log';
import { presenceKey } from '$lib/domain/day/presence-log';
import { countRally, type CountInput, type CountedCompany } from '$lib/domain/figures/count';
import { breakdownKeys, figureKeys } from '$lib/domain/figures/catalogue';
import { known, notEvaluated } from '$lib/domain/figures/measured';
import { figureInWords } from '$lib/domain/figures/words';
import { aCompany, aParticipant, aPartner, aProgramme, aRally, people, plannedByHand } from '../../builders';
import { aDossier } from '../../builders';
import type { PersonVisits } from '$lib/domain/day/visits-made';

const silent = { measured: notEvaluated, rows: [] };
const after: CountInput['after'] = {
	guests: { planned: silent, done: silent },
	contacts: notEvaluated,
	answered: silent,
	solutions: silent,
	outcome: null
};

const host = (difference: Parameters<typeof aCompany>[0], approached = true): CountedCompany => ({
	...aCompany(difference),
	approached
});

/** Everybody said present on every half-day. */
function allPresent(persons: readonly Participant[], halves: readonly string[]): PresenceTable {
	const said = persons.flatMap(({ id }) =>
		halves.map((half) => [
			presenceKey(id, half as never),
			{
				person: id,
				half,
				state: 'present',
				from: null,
				team: 'A',
				by: '',
				reason: '',
				at: 0,
				event: '',
				before: 0
			}
		])
	);
	return new Map(said as never) as PresenceTable;
}

const input = (difference: Partial<CountInput> = {}): CountInput => ({
	rally: aRally(),
	participants: people(16).map((one) => ({ ...one, archived: false })),
	companies: [],
	partners: [],
	plan: null,
	presence: new Map(),
	visits: [],
	after,
	today: '2027-01-01',
	...difference
});

/*
 * MIFE 74, Haute-Savoie, 6-7 November 2018 (AIS#Emploi 2019, l. 502-509): only the totals are real, and every row
 * here is invented to reach them.
 */
function haute_savoie(): CountInput {
	const statusesOf = (i: number): Status[] => [
		...(i < 11 ? (['long-term'] as const) : []),
		...(i >= 5 && i < 14 ? (['retraining'] as const) : []),
		...(i >= 13 ? (['siae'] as const) : []),
		...(i < 3 ? (['disabled'] as const) : [])
	];
	const persons = Array.from({ length: 16 }, (_, i) =>
		aParticipant({
			gender: i < 14 ? 'woman' : 'man',
			statuses: statusesOf(i),
			ageBand: (i % 2 ? '26-34' : '45-54') as AgeBand
		})
	);
	const sizes = ['micro', 'micro', 'micro', 'micro', 'small', 'small', 'small', 'small', 'mid'] as const;
	const engaged = sizes.map((size, i) =>
		host({
			size,
			sector: i < 4 ? 'industry' : i < 6 ? 'retail' : 'business-services',
			state: 'confirmed'
		})
	);
	const others = Array.from({ length: 15 }, () => host({ state: 'declined' }));
	const rally = aRally({ programme: aProgramme('2018-11-06', 'VV VR'), edition: 1 });
	const halves = ['2018-11-06:morning', '2018-11-06:afternoon', '2018-11-07:morning', '2018-11-07:afternoon'];
	const visits: PersonVisits[] = persons.map(({ id }, i) => ({
		person: id,
		team: 'ABCD'[i % 4]!,
		planned: 6,
		done: 6,
		unmarked: 0,
		unsaid: 0,
		visits: Array.from({ length: 6 }, (_, v) => ({
			stop: `2018-11-0${v < 4 ? 6 : 7}/${engaged[(v + (i % 4) * 2) % 9]!.id}` as const,
			team: 'ABCD'[i % 4]!,
			companyId: engaged[(v + (i % 4) * 2) % 9]!.id,
			half: (v < 2 ? halves[0]! : v < 4 ? halves[1]! : halves[2]!) as never,
			outcome: 'made' as const
		}))
	}));
	return input({
		rally,
		participants: persons.map((one) => ({ ...one, archived: false })),
		companies: [...engaged, ...others],
		partners: ['Ville de Thyez', 'Maison de l’emploi', 'Pôle Emploi', 'Cap Emploi'].map((name) =>
			aPartner({ name })
		),
		presence: allPresent(persons, halves),
		visits,
		today: '2018-11-14'
	});
}

describe('the rally of Haute-Savoie, November 2018', () => {
	const counted = countRally(haute_savoie());
	const part = (of: 'gender' | 'statuses' | 'company-sector' | 'company-size', key: string) =>
		counted.breakdowns[of]!.parts.find((one) => one.key === key)?.count ?? 0;

	test('16 people, 14 women and 2 men', () => {
		expect(counted.figures.participants.done).toEqual(known(16));
		expect([part('gender', 'woman'), part('gender', 'man')]).toEqual([14, 2]);
	});

	test('11 enrolled for over a year, 9 retraining, 3 in an SIAE, 3 disabled: 26 statuses of 16 people', () => {
		const told = (['long-term', 'retraining', 'siae', 'disabled'] as const).map((key) =>
			part('statuses', key)
		);
		expect(told).toEqual([11, 9, 3, 3]);
		expect(counted.breakdowns.statuses!.population).toBe(16);
		expect(told.reduce((a, b) => a + b)).toBe(26);
	});

	test('24 structures approached, 9 mobilised, of 3 sectors and 3 sizes', () => {
		expect(counted.figures['companies-approached'].done).toEqual(known(24));
		expect(counted.figures['companies-mobilised'].done).toEqual(known(9));
		expect(counted.figures.sectors.done).toEqual(known(3));
		expect([part('company-sector', 'industry'), part('company-sector', 'retail'), part('company-sector', 'business-services')]).toEqual([4, 2, 3]); // prettier-ignore
		expect([part('company-size', 'micro'), part('company-size', 'small'), part('company-size', 'mid')]).toEqual([4, 4, 1]); // prettier-ignore
		expect(figureInWords(counted, 'companies-mobilised', true).share).toBe('9 sur 24, soit 38\u202f%');
	});

	test('4 partners; everybody visited 6 companies', () => {
		expect(counted.figures.partners.done).toEqual(known(4));
		expect(counted.figures['visits-in-range'].done).toEqual(known(16));
		expect(counted.figures.visits.done).toEqual(known(24));
	});

	test('six months are not over: « non évalué », never zero', () => {
		expect(counted.figures.solutions.done).toEqual(notEvaluated);
		expect(figureInWords(counted, 'solutions', true).done).toBe('non évalué');
	});
});

test('nothing is done before the last day is over, and nothing is communicated while nobody noted presences', () => {
	const dossier = aDossier();
	const during = input({ rally: dossier.rally, plan: plannedByHand(dossier), today: '2027-06-08' });
	expect(countRally(during).figures.participants.done).toEqual(notEvaluated);
	const later = countRally({ ...during, today: '2027-12-01' });
	expect(later.figures.participants.done).toEqual({ is: 'nc' });
	expect(later.figures.participants.planned).toEqual(known(16));
	expect(later.figures.visits.done).toEqual({ is: 'nc' });
});

test('whoever left in the course of a half-day had come, and did not stay to the end', () => {
	const one = aParticipant();
	const rally = aRally({ programme: aProgramme('2027-06-08', 'VV VR') });
	const presence = allPresent([one], ['2027-06-08:morning', '2027-06-09:afternoon']);
	const last = presence.get(presenceKey(one.id, '2027-06-09:afternoon'))!;
	const left = new Map([...presence, [presenceKey(one.id, '2027-06-09:afternoon'), { ...last, state: 'left' as const, from: 900 }]]); // prettier-ignore
	const counted = countRally(input({ rally, participants: [{ ...one, archived: true }], presence: left, today: '2027-07-01' })); // prettier-ignore
	expect(counted.figures.participants.done).toEqual(known(1));
	expect(counted.figures.finished.done).toEqual(known(0));
});

test('whatever the people, each figure is as many as its rows, and parts add up to their population', () => {
	const person = fc.record({
		gender: fc.constantFrom('woman' as const, 'man' as const, null),
		state: fc.constantFrom('confirmed' as const, 'withdrawn' as const, 'waiting' as const),
		statuses: fc.uniqueArray(fc.constantFrom<Status>('rsa', 'siae', 'long-term', 'disabled'))
	});
	fc.assert(
		fc.property(fc.array(person, { maxLength: 30 }), (drawn) => {
			const participants = drawn.map((one) => ({ ...aParticipant(one), archived: false }));
			const counted = countRally(input({ participants }));
			for (const key of figureKeys)
				for (const column of ['planned', 'done'] as const) {
					const { measured, rows } = counted.traces[key][column];
					if (rows.length > 0 && key !== 'sectors') expect(measured).toEqual(known(rows.length));
				}
			for (const key of breakdownKeys) {
				const one = counted.breakdowns[key];
				if (!one || key === 'statuses') continue;
				expect(one.parts.reduce((sum, { count }) => sum + count, one.unknown)).toBe(one.population);
			}
		})
	);
});

test('who came and who answered is told; who found something is not, when few did or few did not', () => {
	const counted = countRally(input());
	const told = (answered: number, solutions: number) => {
		const figures = {
			...counted,
			figures: {
				...counted.figures,
				participants: { planned: known(16), done: known(16) },
				finished: { planned: known(16), done: known(15) },
				answered: { planned: notEvaluated, done: known(answered) },
				solutions: { planned: notEvaluated, done: known(solutions) }
			}
		};
		return (['finished', 'answered', 'solutions'] as const).map(
			(key) => figureInWords(figures, key, true).done
		);
	};
	expect(told(14, 8)).toEqual(['15', '14', '8']);
	expect(told(14, 3)).toEqual(['15', '14', 'masqué (moins de 5)']);
	expect(told(14, 12)).toEqual(['15', '14', 'masqué (moins de 5)']);
});
