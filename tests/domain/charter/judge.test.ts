import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	charter,
	charterNumbers,
	isRemark,
	judge,
	pressing,
	ruleIds,
	type RuleId
} from '$lib/domain/charter';
import type { Dossier } from '$lib/domain/dossier';
import { programmeOf } from '$lib/domain/formats';
import { aDossier, aRally, withPlan } from '../../builders';
import * as arbitrary from '../../arbitraries';
import { aubenasLike, fourDays2018, hauteSavoie2018, outOfCharter } from '../../instances/rallies';

const ruleOf = (dossier: Dossier, id: RuleId) =>
	judge(dossier).rules.find(({ rule }) => rule.id === id)!.assessment;
const empty: Dossier = aDossier({
	rally: aRally({ programme: [], closing: null, meetingPoint: null }),
	companies: [],
	participants: [],
	vehicles: [],
	accompanists: [],
	partners: []
});

describe('the verdict', () => {
	test('a rally just opened is incomplete, and nothing in it is broken', () => {
		const judged = judge(empty);
		expect(judged.verdict).toBe('incomplete');
		expect(new Set(judged.rules.map(({ assessment }) => assessment.state))).toEqual(
			new Set(['not-assessable'])
		);
	});

	test('a rally ready to be planned is incomplete, for want of a plan only', () => {
		const judged = judge(aDossier());
		expect(judged.verdict).toBe('incomplete');
		expect(judged.missing).toEqual([
			{ missing: { kind: 'plan' }, rules: ['R06', 'R07', 'R08', 'R09', 'R10'] }
		]);
	});

	test('planned, it is compliant', () => {
		expect(judge(withPlan(aDossier())).verdict).toBe('compliant');
	});

	test.for(['two', 'three'] as const)('the format proposed for %s days is compliant', (format) => {
		const rally = aRally({
			programme: programmeOf(format, '2027-06-08'),
			closing: null
		});
		const day = rally.programme.at(-1)!.date;
		rally.closing = { date: day, start: 16 * 60, place: rally.meetingPoint! };
		const judged = judge(withPlan(aDossier({ rally })));
		expect(judged.verdict).toBe('compliant');
		expect(pressing(judged)).toEqual([]);
	});
});

describe('the rally of Haute-Savoie, November 2018', () => {
	test('with a plan made by hand: compliant with remarks', () => {
		const judged = judge(withPlan(hauteSavoie2018()));
		expect(judged.verdict).toBe('compliant-with-remarks');
		const findings = judged.rules.flatMap(({ assessment }) => assessment.findings);
		expect(findings).toEqual([
			{ kind: 'closing-later', date: '2018-11-13', days: 6 },
			{ kind: 'gender-imbalance', women: 14, men: 2 }
		]);
		expect(judged.missing).toEqual([{ missing: { kind: 'actor', actor: 'training' }, rules: ['R18'] }]);
	});

	test('its slots hold the plan', () => {
		const { companies, plan } = withPlan(hauteSavoie2018());
		for (const { visits } of plan!.teams) {
			for (const { companyId, date, start, end } of visits) {
				const { slots } = companies.find(({ id }) => id === companyId)!;
				expect(slots.some((slot) => slot.date === date && slot.from <= start && end <= slot.to)).toBe(true);
			}
		}
	});

	test('its totals are those of the reports', () => {
		const { companies, participants } = hauteSavoie2018();
		const count = (status: string) =>
			participants.filter(({ statuses }) => statuses.includes(status as never)).length;
		expect([count('long-term'), count('retraining'), count('siae'), count('disabled')]).toEqual([
			11, 9, 3, 3
		]);
		expect(
			companies
				.map(({ sector }) => sector)
				.sort()
				.join()
		).toBe(
			'business-services,business-services,business-services,industry,industry,industry,industry,retail,retail'
		);
		expect(
			companies
				.map(({ size }) => size)
				.sort()
				.join()
		).toBe('micro,micro,micro,micro,mid,small,small,small,small');
	});

	test('no team could see six different sectors: a strict reading would refuse it (A1)', () => {
		const strict = hauteSavoie2018();
		strict.rally.settings = { ...strict.rally.settings, minSectors: 6 };
		expect(ruleOf(withPlan(strict), 'R10').state).toBe('broken');
	});
});

test('32 people are two too many, and all else stands', () => {
	const judged = judge(outOfCharter());
	expect(judged.verdict).toBe('non-compliant');
	const broken = judged.rules.filter(({ assessment }) => assessment.state === 'broken');
	expect(broken.map(({ rule }) => rule.id)).toEqual(['R05']);
	expect(broken[0]!.assessment.findings).toEqual([{ kind: 'participants', actual: 32, min: 15, max: 30 }]);
});

test('four days are one too many', () => {
	const broken = judge(fourDays2018()).rules.filter(({ assessment }) => assessment.state === 'broken');
	expect(broken.map(({ rule }) => rule.id)).toEqual(['R01']);
});

test('three days in Ardèche: every kind of actor, and a restitution on the morrow', () => {
	expect(ruleOf(aubenasLike(), 'R18').state).toBe('respected');
	expect(ruleOf(aubenasLike(), 'R03')).toMatchObject({
		state: 'respected',
		findings: [{ kind: 'restitution-next-day', date: '2019-06-13' }]
	});
});

describe('whatever the dossier', () => {
	const judgeable = (check: (dossier: Dossier) => void) =>
		fc.assert(fc.property(arbitrary.dossier, check), { numRuns: 300 });

	test('it is judged, rule by rule, and the judgement is plain data', () => {
		judgeable((dossier) => {
			const judged = judge(dossier);
			expect(judged.rules.map(({ rule }) => rule.id)).toEqual(ruleIds);
			expect(structuredClone(judged)).toEqual(judged);
		});
	});

	test('a state always has its reason', () => {
		judgeable((dossier) => {
			for (const { assessment } of judge(dossier).rules) {
				const { state, findings, missing } = assessment;
				if (state === 'respected') expect(findings.every(isRemark) && missing.length === 0).toBe(true);
				if (state === 'broken')
					expect(missing.length > 0 || findings.some((one) => !isRemark(one))).toBe(true);
				if (state === 'at-risk') expect(missing.length).toBeGreaterThan(0);
				if (state === 'not-assessable') expect(findings).toEqual([]);
			}
		});
	});

	test('the order things were entered in does not matter', () => {
		const sorted = (value: unknown): unknown =>
			Array.isArray(value)
				? value.map(sorted).sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
				: value !== null && typeof value === 'object'
					? Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, sorted(inside)]))
					: value;
		judgeable((dossier) => {
			const turned: Dossier = {
				rally: { ...dossier.rally, programme: dossier.rally.programme.toReversed() },
				companies: dossier.companies.toReversed(),
				participants: dossier.participants.toReversed(),
				vehicles: dossier.vehicles.toReversed(),
				accompanists: dossier.accompanists.toReversed(),
				partners: dossier.partners.toReversed(),
				plan: dossier.plan && { ...dossier.plan, teams: dossier.plan.teams.toReversed() }
			};
			expect(sorted(judge(turned))).toEqual(sorted(judge(dossier)));
		});
	});

	test('what presses is taken from the judgement, the worst first, each thing once', () => {
		judgeable((dossier) => {
			const judged = judge(dossier);
			const all = pressing(judged, Infinity);
			expect(pressing(judged)).toEqual(all.slice(0, 3));
			expect(new Set(all.map(({ fact }) => JSON.stringify(fact))).size).toBe(all.length);
			if (judged.verdict === 'non-compliant') expect(all[0]!.state).toBe('broken');
			if (judged.verdict === 'compliant') expect(all).toEqual([]);
		});
	});
});

test('a version nobody knows is judged under the current charter', () => {
	expect(charterNumbers({ charterVersion: '2042' })).toBe(charterNumbers({ charterVersion: '2018' }));
	expect(charterNumbers({ charterVersion: 'constructor' }).id).toBe('2018');
	expect(judge(aDossier({ rally: aRally({ charterVersion: '2042' }) })).charter).toBe('2018');
});

test('every rule says a whole sentence of the charter', () => {
	expect(charter.map(({ id }) => id)).toEqual(ruleIds);
	for (const { says } of charter) expect(says).toMatch(/^[A-ZL].*\.$/u);
});
