import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankCallsByShortage } from '$lib/domain/mobilisation/call-list';
import { coverageOf, startsFound, type Capacity } from '$lib/domain/mobilisation/coverage';
import { replacementsFor } from '$lib/domain/mobilisation/reserves';
import { dossier as anyDossier } from '../../arbitraries';
import { aCompany, aDossier, aProgramme, aRally, at, aVehicle, people } from '../../builders';

const capacity = (halfDays: number, max: number): fc.Arbitrary<Capacity> =>
	fc.record({
		company: fc.uuid(),
		sector: fc.constant('industry'),
		perHalfDay: fc.array(fc.integer({ min: 0, max }), { minLength: halfDays, maxLength: halfDays }),
		most: fc.integer({ min: 0, max: max + 1 })
	});

/** Every way to use the companies one after the other. */
function best(capacities: readonly Capacity[], wanted: number, halfDays: number): number {
	const room = Array<number>(halfDays).fill(wanted);
	const share = (c: number): number => {
		const of = capacities[c];
		if (!of) return room.reduce((sum, left) => sum + wanted - left, 0);
		const deal = (h: number, left: number): number => {
			if (h === halfDays) return share(c + 1);
			let most = 0;
			for (let n = 0; n <= Math.min(left, room[h]!, of.perHalfDay[h]!); n++) {
				room[h]! -= n;
				most = Math.max(most, deal(h + 1, left - n));
				room[h]! += n;
			}
			return most;
		};
		return deal(0, of.most);
	};
	return share(0);
}

test('the starts found are the most there can be: same as trying everything', () => {
	fc.assert(
		fc.property(
			fc.array(capacity(3, 2), { maxLength: 4 }),
			fc.integer({ min: 0, max: 4 }),
			(capacities, wanted) => {
				const found = startsFound(capacities, [wanted, wanted, wanted]);
				expect(found.every((n) => n >= 0 && n <= wanted)).toBe(true);
				expect(found.reduce((sum, n) => sum + n, 0)).toBe(best(capacities, wanted, 3));
			}
		),
		{ numRuns: 150 }
	);
});

test('coverage of any rally: what is missing and what is found make what is wanted', () => {
	fc.assert(
		fc.property(anyDossier, (dossier) => {
			const { need, halfDays, missingStarts, missingSectors, sectors } = coverageOf(dossier);
			for (const { wanted, found, missing, places } of halfDays) {
				expect(found + missing).toBe(wanted);
				expect(missing).toBeGreaterThanOrEqual(0);
				expect(places).toBe(missing * need.teamSize);
			}
			if (halfDays.length > 0)
				expect(halfDays.reduce((sum, { wanted }) => sum + wanted, 0)).toBe(need.starts);
			expect(missingStarts).toBe(halfDays.reduce((sum, { missing }) => sum + missing, 0));
			if (need.teams > 0) expect(missingSectors).toBe(Math.max(0, need.sectors - sectors.length));
		}),
		{ numRuns: 60 }
	);
});

test('calls never promise more than is missing, name nobody twice, and only whom they may', () => {
	fc.assert(
		fc.property(anyDossier, fc.func(fc.boolean()), (dossier, mayAsk) => {
			const { calls, coverage, left, more } = rankCallsByShortage(dossier, ({ id }) => mayAsk(id));
			expect(new Set(calls.map(({ company }) => company.id)).size).toBe(calls.length);
			for (const { company, starts, newSector } of calls) {
				expect(['confirmed', 'declined']).not.toContain(company.state);
				expect(mayAsk(company.id)).toBe(true);
				expect(starts > 0 || newSector).toBe(true);
			}
			const filled = calls.reduce((sum, { starts }) => sum + starts, 0);
			expect(left.starts).toBe(coverage.missingStarts - filled);
			expect(left.starts).toBeGreaterThanOrEqual(0);
			for (const { company, starts } of more) {
				expect(company.state).toBe('confirmed');
				expect(starts).toBeLessThanOrEqual(coverage.missingStarts);
			}
		}),
		{ numRuns: 40 }
	);
});

describe('a rally of 16 people in four cars, three half-days of visits', () => {
	const morning = { date: '2027-06-08', from: at(9), to: at(12) };
	const afternoon = { date: '2027-06-08', from: at(14), to: at(17) };
	const second = { date: '2027-06-09', from: at(9), to: at(12) };
	const sectors = ['industry', 'retail', 'health'] as const;
	const host = (i: number, slots = [morning, afternoon, second]) =>
		aCompany({ sector: sectors[i % 3]!, slots, turnaroundMinutes: 0 });
	const dossier = (companies: ReturnType<typeof aCompany>[]) =>
		aDossier({ rally: aRally({ programme: aProgramme('2027-06-08', 'VV VR') }), participants: people(16), vehicles: Array.from({ length: 4 }, () => aVehicle()), companies }); // prettier-ignore

	test('enough everywhere: nobody to call', () => {
		const full = dossier(Array.from({ length: 9 }, (_, i) => host(i)));
		const { calls, more, coverage } = rankCallsByShortage(full, () => true);
		expect(coverage.need).toMatchObject({ teams: 4, teamSize: 4, starts: 24 });
		expect([coverage.missingStarts, calls, more]).toEqual([0, [], []]);
	});

	test('nobody in the afternoon: the gap is that half-day, and the calls ask for it', () => {
		const hosts = Array.from({ length: 9 }, (_, i) => host(i, [morning, second]));
		const reserve = aCompany({ name: 'Réserve', state: 'reserve', slots: [afternoon], turnaroundMinutes: 0 });
		const unknown = aCompany({ name: 'Inconnue', state: 'identified', slots: [] });
		const { calls, more, coverage, left } = rankCallsByShortage(
			dossier([...hosts, reserve, unknown]),
			() => true
		);
		expect(coverage.halfDays.map(({ missing }) => missing)).toEqual([0, 8, 0]);
		expect(coverage.halfDays[1]).toMatchObject({ places: 32 });
		// What it already offered against what may be asked of the other: as many starts, and nearer to a yes.
		expect(calls.map(({ company, starts, offered }) => [company.name, starts, offered])).toEqual([
			['Réserve', 3, true],
			['Inconnue', 3, false]
		]);
		expect(calls.every(({ halfDay }) => halfDay.key === '2027-06-08:afternoon')).toBe(true);
		expect(calls[0]!.slot).toEqual(afternoon);
		expect(left.starts).toBe(2);
		expect(more.length).toBeGreaterThan(0);
		expect(more.every(({ halfDay, kind }) => halfDay.part === 'afternoon' && kind === 'more')).toBe(true);
	});

	test('a missing sector comes before one more start', () => {
		const hosts = Array.from({ length: 9 }, () => aCompany({ sector: 'industry', turnaroundMinutes: 0 }));
		const same = aCompany({ name: 'Même secteur', state: 'interested', sector: 'industry' });
		const other = aCompany({ name: 'Autre secteur', state: 'identified', sector: 'health' });
		const { calls, coverage, left } = rankCallsByShortage(dossier([...hosts, same, other]), () => true);
		expect(coverage.missingSectors).toBe(2);
		expect(calls[0]).toMatchObject({ company: other, newSector: true });
		expect(left.sectors).toBe(1);
	});

	test('who takes the place of a company: reserves of its sector and hours, then who is interested', () => {
		const gone = aCompany({ state: 'declined', sector: 'health', slots: [afternoon] });
		const far = aCompany({ name: 'B', state: 'reserve', sector: 'retail', slots: [morning] });
		const near = aCompany({ name: 'A', state: 'reserve', sector: 'health', slots: [afternoon] });
		const warm = aCompany({ name: 'C', state: 'interested', sector: 'health', slots: [] });
		const cold = aCompany({ name: 'D', state: 'interested', sector: 'retail', slots: [] });
		const found = replacementsFor(gone, dossier([gone, far, near, warm, cold, host(1)]));
		expect(found.map(({ company }) => company.name)).toEqual(['A', 'B', 'C']);
		expect(found[0]).toMatchObject({ sameSector: true, halfDays: [{ key: '2027-06-08:afternoon' }] });
	});
});
